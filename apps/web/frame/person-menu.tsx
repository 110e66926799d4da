import { Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { ROLE_TERMS, seatOf } from '#domain';
import { chooseColours, COLOUR_CHOICES, useColourChoice, type ColourChoice } from '../app/colour-mode.ts';
import { useSession } from '../app/session.tsx';

const ChangePassword = lazy(async () => ({
  default: (await import('../sign-in/change-password.tsx')).ChangePassword,
}));

const COLOUR_TERMS: Readonly<Record<ColourChoice, string>> = {
  system: '颜色跟随系统',
  light: '浅色',
  dark: '深色',
};

/** Who is here, in which office, and the way out. */
export function PersonMenu() {
  const { me, signOut } = useSession();
  const chosen = useColourChoice();
  const [isChanging, setChanging] = useState(false);
  const office = me.unit?.name ?? me.sections[0]?.name ?? '';
  const roles = me.roles.map((role) => ROLE_TERMS[role]).join('、');
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'office', label: seatOf({ organisation: office, post: me.post }), disabled: true },
            { key: 'roles', label: `岗位：${roles}`, disabled: true },
            { type: 'divider' },
            ...COLOUR_CHOICES.map((choice) => ({ key: choice, label: COLOUR_TERMS[choice] })),
            { type: 'divider' },
            { key: 'password', label: '修改密码' },
            { key: 'sign-out', label: '退出登录' },
          ],
          selectable: true,
          selectedKeys: [chosen],
          onClick: ({ key }) => {
            const choice = COLOUR_CHOICES.find((one) => one === key);
            if (choice) chooseColours(choice);
            else if (key === 'password') setChanging(true);
            else if (key === 'sign-out') void signOut();
          },
        }}
      >
        <button type="button" className="frame-person">
          <span className="frame-person-office">{office}</span>
          <span>{me.name} ▾</span>
        </button>
      </Dropdown>
      {isChanging && (
        <Suspense fallback={null}>
          <ChangePassword onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  );
}

import { Dropdown } from 'antd';
import { ROLE_TERMS } from '#domain';
import { useSession } from '../app/session.tsx';

/** Who is here, in which office, and the way out. */
export function PersonMenu() {
  const { me, signOut } = useSession();
  const office = me.unit?.name ?? me.sections[0]?.name ?? '';
  const roles = me.roles.map((role) => ROLE_TERMS[role]).join('、');
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'office', label: `${office} ${me.post}`, disabled: true },
          { key: 'roles', label: `岗位：${roles}`, disabled: true },
          { type: 'divider' },
          { key: 'sign-out', label: '退出登录' },
        ],
        onClick: ({ key }) => {
          if (key === 'sign-out') void signOut();
        },
      }}
    >
      <button type="button" className="frame-person">
        <span className="frame-person-office">{office}</span>
        <span>{me.name} ▾</span>
      </button>
    </Dropdown>
  );
}

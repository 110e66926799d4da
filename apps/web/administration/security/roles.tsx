import { App, Button, Input, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { ROLE_TERMS } from '#domain';
import { ROLES, type Role } from '#domain/directory';
import { createLink, registers, sentenceOf, type Colleague } from '../../api/index.ts';
import { matches } from '../find.ts';
import { textOf, useDialog } from '../use-dialog.tsx';

/** Who holds which office; granting, revoking and password links. */
export function Roles({ people }: { people: readonly Colleague[] }) {
  const [text, setText] = useState('');
  const [dialog, ask] = useDialog();
  const link = useLink();
  const shown = people.filter(
    (person) => !person.left && matches(text, [person.name, person.username, person.post]),
  );
  const grant = (person: Colleague): void =>
    ask({
      title: '授予岗位',
      about: `授予${person.name}（${person.post}）：`,
      fields: [{ name: 'role', label: '岗位', as: 'one', options: optionsFor(person, false) }],
      send: (entered) => registers.grantRole(person.user, textOf(entered, 'role') as Role),
    });
  const revoke = (person: Colleague): void =>
    ask({
      title: '撤销岗位',
      about: `撤销${person.name}（${person.post}）的岗位；正在办理的事项由同岗位的其他人接着办。`,
      isDangerous: true,
      fields: [{ name: 'role', label: '岗位', as: 'one', options: optionsFor(person, true) }],
      send: (entered) => registers.revokeRole(person.user, textOf(entered, 'role') as Role),
    });
  const columns: TableColumnsType<Colleague> = [
    { title: '姓名', dataIndex: 'name', width: 96 },
    { title: '用户名', dataIndex: 'username', width: 140 },
    { title: '职务', dataIndex: 'post', width: 160 },
    {
      title: '岗位',
      key: 'roles',
      render: (_, { roles }) => roles.map((role) => ROLE_TERMS[role]).join('、') || '未授予',
    },
    {
      title: '办理',
      key: 'do',
      width: 232,
      render: (_, person) => (
        <span className="row-do">
          <Button type="link" size="small" onClick={() => grant(person)}>
            授予岗位
          </Button>
          {person.roles.length > 0 && (
            <Button type="link" size="small" onClick={() => revoke(person)}>
              撤销岗位
            </Button>
          )}
          <Button type="link" size="small" onClick={() => void link(person)}>
            密码链接
          </Button>
        </span>
      ),
    },
  ];
  return (
    <>
      <div className="register-head">
        <Input
          allowClear
          aria-label="姓名、用户名或职务"
          placeholder="姓名、用户名或职务"
          value={text}
          onChange={({ target: { value } }) => setText(value)}
        />
      </div>
      <Table
        size="small"
        rowKey="user"
        columns={columns}
        dataSource={shown}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 760 }}
      />
      {dialog}
    </>
  );
}

const optionsFor = ({ roles }: Colleague, held: boolean) =>
  ROLES.filter((role) => roles.includes(role) === held).map((value) => ({ value, label: ROLE_TERMS[value] }));

/** Makes a one-time link and shows it: it is handed over in person, never sent by the system. */
function useLink(): (person: Colleague) => Promise<void> {
  const { modal, message } = App.useApp();
  return async ({ user, name }) => {
    try {
      const token = await createLink(user);
      modal.info({
        title: `${name}的密码链接`,
        width: 560,
        okText: '已交给本人',
        content: (
          <>
            <p>请当面或用内部渠道交给本人，只能用一次。本人设好新密码之前，原密码仍然有效。</p>
            <code className="token">{`${location.origin}/first-password#${token}`}</code>
          </>
        ),
      });
    } catch (error) {
      void message.error(sentenceOf(error));
    }
  };
}

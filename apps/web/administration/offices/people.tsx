import { Button, Input, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { ROLE_TERMS } from '#domain';
import { registers, type Colleague } from '../../api/index.ts';
import { matches } from '../find.ts';
import { type Asked } from '../form-dialog.tsx';
import { textOf, useDialog } from '../use-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { personBody, personSheet } from './person-sheet.ts';
import { placeFrom, placeName, placeOptions, type Register } from './register.ts';

/** 人员; what they may do is given by 安全管理员. */
export function People({ register }: { register: Register }) {
  const [text, setText] = useState('');
  const [isImporting, setImporting] = useState(false);
  const [dialog, ask] = useDialog();
  const shown = register.people.filter((person) =>
    matches(text, [person.name, person.username, person.post, placeName(person, register)]),
  );
  return (
    <>
      <div className="register-head">
        <Input
          allowClear
          aria-label="姓名、用户名、职务或单位"
          placeholder="姓名、用户名、职务或单位"
          value={text}
          onChange={({ target: { value } }) => setText(value)}
        />
        <div className="register-do">
          <Button onClick={() => setImporting(true)}>从 Excel 导入</Button>
          <Button type="primary" onClick={() => ask(adding(register))}>
            登记人员
          </Button>
        </div>
      </div>
      <Table
        size="small"
        rowKey="user"
        columns={columnsFor(register, ask)}
        dataSource={shown}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 920 }}
      />
      {dialog}
      {isImporting && (
        <ImportDialog
          title="导入人员"
          sheet={personSheet}
          send={(cells) => registers.registerPerson(personBody(cells, register))}
          register={register}
          onClose={() => setImporting(false)}
        />
      )}
    </>
  );
}

function columnsFor(register: Register, ask: (asked: Asked) => void): TableColumnsType<Colleague> {
  return [
    { title: '姓名', dataIndex: 'name', width: 96 },
    { title: '用户名', dataIndex: 'username', width: 140 },
    { title: '单位或股室', key: 'place', render: (_, person) => placeName(person, register) },
    {
      title: '职务',
      key: 'post',
      width: 168,
      render: (_, { post, leads }) => (leads ? `${post}（负责人）` : post),
    },
    {
      title: '岗位',
      key: 'roles',
      width: 200,
      render: (_, { roles }) => roles.map((role) => ROLE_TERMS[role]).join('、'),
    },
    {
      title: '办理',
      key: 'do',
      width: 128,
      render: (_, person) =>
        person.left ? (
          <span className="muted">已调离</span>
        ) : (
          <span className="row-do">
            <Button type="link" size="small" onClick={() => ask(changing(person, register))}>
              变更
            </Button>
            <Button type="link" size="small" onClick={() => ask(dismissing(person))}>
              调离
            </Button>
          </span>
        ),
    },
  ];
}

const details = (register: Register): Asked['fields'] => [
  { name: 'name', label: '姓名', as: 'text' },
  { name: 'place', label: '单位或股室', as: 'one', options: placeOptions(register) },
  { name: 'post', label: '职务', as: 'text' },
  { name: 'leads', label: '是单位或股室的负责人', as: 'flag' },
];

const adding = (register: Register): Asked => ({
  title: '登记人员',
  about: '登记后由安全管理员授予岗位，并发给本人密码链接。',
  fields: [
    { name: 'username', label: '用户名', as: 'text', extra: '登录用，字母、数字、点、横线。' },
    ...details(register),
  ],
  send: (entered) =>
    registers.registerPerson({
      user: textOf(entered, 'username'),
      username: textOf(entered, 'username'),
      name: textOf(entered, 'name'),
      post: textOf(entered, 'post'),
      place: placeFrom(textOf(entered, 'place')),
      leads: entered['leads'] === true,
    }),
});

const changing = ({ user, name, post, place, leads }: Colleague, register: Register): Asked => ({
  title: '变更人员',
  fields: details(register),
  initial: { name, post, leads, place: 'unit' in place ? `unit:${place.unit}` : `section:${place.section}` },
  send: (entered) =>
    registers.changePerson(user, {
      name: textOf(entered, 'name'),
      post: textOf(entered, 'post'),
      place: placeFrom(textOf(entered, 'place')),
      leads: entered['leads'] === true,
    }),
});

const dismissing = ({ user, name, post }: Colleague): Asked => ({
  title: '人员调离',
  about: `${name}（${post}）调离后立即退出登录，岗位全部撤销，办理过的记录保留。`,
  isDangerous: true,
  fields: [{ name: 'reason', label: '理由', as: 'long' }],
  send: (entered) => registers.dismissPerson(user, textOf(entered, 'reason')),
});

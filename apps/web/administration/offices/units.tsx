import { Button, Input, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { type Unit } from '#domain/directory';
import { registers } from '../../api/index.ts';
import { matches } from '../find.ts';
import { type Asked } from '../form-dialog.tsx';
import { textOf, useDialog } from '../use-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { departmentOptions, type Register } from './register.ts';
import { unitBody, unitSheet } from './unit-sheet.ts';

export function Units({ register }: { register: Register }) {
  const [text, setText] = useState('');
  const [isImporting, setImporting] = useState(false);
  const [dialog, ask] = useDialog();
  const shown = register.units.filter(({ code, name }) => matches(text, [code, name]));
  return (
    <>
      <div className="register-head">
        <Input
          allowClear
          aria-label="编码或名称"
          placeholder="编码或名称"
          value={text}
          onChange={({ target: { value } }) => setText(value)}
        />
        <div className="register-do">
          <Button onClick={() => setImporting(true)}>从 Excel 导入</Button>
          <Button type="primary" onClick={() => ask(adding(register))}>
            登记单位
          </Button>
        </div>
      </div>
      <Table
        size="small"
        rowKey="code"
        columns={columnsFor(register, ask)}
        dataSource={shown}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 600 }}
      />
      {dialog}
      {isImporting && (
        <ImportDialog
          title="导入单位"
          sheet={unitSheet}
          send={(cells) => registers.registerUnit(unitBody(cells))}
          register={register}
          onClose={() => setImporting(false)}
        />
      )}
    </>
  );
}

function columnsFor({ units }: Register, ask: (asked: Asked) => void): TableColumnsType<Unit> {
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return [
    { title: '编码', dataIndex: 'code', width: 120 },
    { title: '名称', dataIndex: 'name' },
    {
      title: '主管部门',
      key: 'department',
      width: 220,
      render: (_, { code, departmentCode }) =>
        code === departmentCode ? '部门本级' : (names.get(departmentCode) ?? departmentCode),
    },
    {
      title: '办理',
      key: 'do',
      width: 128,
      render: (_, unit) =>
        unit.closed ? (
          <span className="muted">已撤销</span>
        ) : (
          <span className="row-do">
            <Button type="link" size="small" onClick={() => ask(renaming(unit))}>
              更名
            </Button>
            <Button type="link" size="small" onClick={() => ask(closing(unit))}>
              撤销
            </Button>
          </span>
        ),
    },
  ];
}

const adding = (register: Register): Asked => ({
  title: '登记单位',
  fields: [
    { name: 'code', label: '单位编码', as: 'text' },
    { name: 'name', label: '单位名称', as: 'text' },
    {
      name: 'departmentCode',
      label: '主管部门',
      as: 'one',
      isOptional: true,
      options: departmentOptions(register),
      extra: '不选即部门本级，自己是自己的主管部门。',
    },
  ],
  send: (entered) =>
    registers.registerUnit({
      code: textOf(entered, 'code'),
      name: textOf(entered, 'name'),
      departmentCode: textOf(entered, 'departmentCode') || textOf(entered, 'code'),
    }),
});

const renaming = ({ code, name }: Unit): Asked => ({
  title: '单位更名',
  about: `${code} ${name}。已有的目标仍显示当时的名称。`,
  fields: [{ name: 'name', label: '新名称', as: 'text' }],
  initial: { name },
  send: (entered) => registers.renameUnit(code, textOf(entered, 'name')),
});

const closing = ({ code, name }: Unit): Asked => ({
  title: '撤销单位',
  about: `${code} ${name} 撤销后不能再申报，已有的目标和记录都保留；不能恢复。`,
  isDangerous: true,
  fields: [{ name: 'reason', label: '理由', as: 'long' }],
  send: (entered) => registers.closeUnit(code, textOf(entered, 'reason')),
});

import { Button, Table, type TableColumnsType } from 'antd';
import { type Section } from '#domain/directory';
import { registers } from '../../api/index.ts';
import { listOf, textOf, useDialog } from '../use-dialog.tsx';
import { departmentOptions, type Register } from './register.ts';

const KINDS: Readonly<Record<Section['kind'], string>> = { business: '业务股室', performance: '绩效股' };

export function Sections({ register }: { register: Register }) {
  const [dialog, ask] = useDialog();
  const names = new Map(register.units.map(({ code, name }) => [code, name]));
  const departments = {
    name: 'departments',
    label: '分管部门',
    as: 'many' as const,
    isOptional: true,
    options: departmentOptions(register),
  };
  const add = (): void =>
    ask({
      title: '登记股室',
      fields: [
        {
          name: 'id',
          label: '股室编号',
          as: 'text',
          extra: '用字母、数字、点、横线，如 agriculture；以后不能改。',
        },
        { name: 'name', label: '股室名称', as: 'text' },
        {
          name: 'kind',
          label: '类别',
          as: 'one',
          options: (['business', 'performance'] as const).map((value) => ({ value, label: KINDS[value] })),
        },
        departments,
      ],
      initial: { kind: 'business' },
      send: (entered) =>
        registers.registerSection({
          id: textOf(entered, 'id'),
          name: textOf(entered, 'name'),
          kind: textOf(entered, 'kind') === 'performance' ? 'performance' : 'business',
          departments: listOf(entered, 'departments'),
        }),
    });
  const assign = ({ id, name, departments: served }: Section): void =>
    ask({
      title: '调整分管',
      about: `${name}审核所分管部门的目标。`,
      fields: [departments],
      initial: { departments: [...served] },
      send: (entered) => registers.assignSection(id, listOf(entered, 'departments')),
    });
  const columns: TableColumnsType<Section> = [
    { title: '编号', dataIndex: 'id', width: 140 },
    { title: '名称', dataIndex: 'name', width: 140 },
    { title: '类别', key: 'kind', width: 104, render: (_, { kind }) => KINDS[kind] },
    {
      title: '分管部门',
      key: 'departments',
      render: (_, { departments: served }) => served.map((code) => names.get(code) ?? code).join('、'),
    },
    {
      title: '办理',
      key: 'do',
      width: 96,
      render: (_, section) =>
        section.kind === 'business' && (
          <span className="row-do">
            <Button type="link" size="small" onClick={() => assign(section)}>
              调整分管
            </Button>
          </span>
        ),
    },
  ];
  return (
    <>
      <div className="register-head">
        <div className="register-do">
          <Button type="primary" onClick={add}>
            登记股室
          </Button>
        </div>
      </div>
      <Table
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={register.sections}
        pagination={false}
        scroll={{ x: 640 }}
      />
      {dialog}
    </>
  );
}

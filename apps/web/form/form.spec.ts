import { formSchemas, knowsPath, type Form, type FormKind } from '#form';
import { atField, nameBefore, nameOf, rowsOf, sectionsOf, spanOf, textAt, type Field } from './index.ts';

const KINDS: readonly FormKind[] = ['project', 'overall', 'direction'];
const fieldsOf = (kind: FormKind): readonly Field[] =>
  sectionsOf(kind).flatMap((section) => (section.as === 'fields' ? section.fields : []));

describe('申报表的版面', () => {
  it.each(KINDS)('%s: every field on the paper is one that the form has', (kind) => {
    const form = { kind } as Form;
    // A person may be sealed whole, so that paths into one are not told; its parts are name and phone.
    const isOfPerson = (path: string) => /^\/(unitHead|head|contact)\/(name|phone)$/.test(path);
    const isKnown = (path: string) => isOfPerson(path) || knowsPath(form, path);
    expect(fieldsOf(kind).filter(({ path }) => !isKnown(path))).toEqual([]);
  });

  it.each(KINDS)('%s: narrow fields come in pairs, so that the ruled lines have no holes', (kind) => {
    for (const section of sectionsOf(kind)) {
      if (section.as !== 'fields') continue;
      const runs = section.fields
        .map(({ wide }) => (wide ? '|' : '.'))
        .join('')
        .split('|');
      expect(runs.filter((run) => run.length % 2 === 1)).toEqual([]);
    }
  });

  it.each(KINDS)('%s: every list of the form has its table, with columns that its rows have', (kind) => {
    const { properties } = formSchemas[kind] as unknown as {
      properties: Record<string, { items?: { properties: object } }>;
    };
    const lists = Object.entries(properties).filter(([name, { items }]) => items && name !== 'attachments');
    const tables = sectionsOf(kind).filter((section) => section.as === 'rows');
    expect(tables.map(({ list }) => list).sort()).toEqual(lists.map(([name]) => name).sort());
    for (const { list, columns } of tables)
      expect(Object.keys(properties[list]?.items?.properties ?? {})).toEqual(
        expect.arrayContaining(columns.map(({ key }) => key)),
      );
  });
});

describe('reading a form', () => {
  const form: Form = {
    kind: 'project',
    name: '河道保洁',
    head: { key: 'k', ciphertext: 'c' },
    indicators: [
      { id: 'i1', level1: '产出指标', level2: '数量指标' },
      { id: 'i2', level1: '产出指标', level2: '数量指标' },
      { id: 'i3', level1: '产出指标', level2: '质量指标' },
    ],
  };

  it('merges equal levels below each other', () => {
    const rows = rowsOf(form, 'indicators');
    expect([0, 1, 2].map((index) => spanOf(rows, index, ['level1']))).toEqual([3, 0, 0]);
    expect([0, 1, 2].map((index) => spanOf(rows, index, ['level1', 'level2']))).toEqual([2, 0, 1]);
  });

  it('删除了密钥的人员显示为已依法删除', () => {
    expect(textAt(form, '/head/name')).toBe('〔已依法删除〕');
    expect(textAt(form, '/name')).toBe('河道保洁');
    expect(textAt(form, '/code')).toBe('');
  });

  it('每种表都有名称可以称呼', () => {
    expect(nameOf(form)).toBe('河道保洁');
    expect(nameOf({ kind: 'overall', unitName: '水利局' })).toBe('水利局部门整体支出');
    expect(nameOf({ kind: 'direction', fund: '送戏下乡', direction: '演出补贴' })).toBe('送戏下乡·演出补贴');
    expect(nameOf({ kind: 'direction' })).toBe('（未填名称）');
  });
});

describe('栏目名称', () => {
  it('句子里已有名称的不再重复，没有的写在前面', () => {
    expect(nameBefore('/name', '“项目名称”未填写，请补充')).toBe('');
    expect(nameBefore('/name', '过长，请缩短')).toBe('项目名称');
  });

  it('就在那一栏时，不再以栏目名称开头', () => {
    expect(atField('/name', '项目名称：超过 1000 字，请缩短')).toBe('超过 1000 字，请缩短');
    expect(atField('/name', '不合要求')).toBe('不合要求');
  });
});

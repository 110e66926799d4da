import fc from 'fast-check';
import { ROW_LISTS, type Form } from '#form';
import { publicForm } from './public-form.ts';

/** Names and numbers that occur nowhere else, so that finding one means that it got out. */
const phone = fc
  .tuple(fc.constantFrom('13', '15', '18'), fc.integer({ min: 100_000_000, max: 999_999_999 }))
  .map(([head, rest]) => `${head}${String(rest)}`);
const person = fc.record({
  name: fc.stringMatching(/^[甲乙丙丁戊己庚辛][子丑寅卯辰巳午未]{2}$/),
  phone,
});
const sealed = fc.record({ key: fc.uuid(), ciphertext: fc.uuid() });
const anybody = fc.oneof(person, sealed);
const text = fc.constantFrom('保洁', '清淤', '整治', '巡查');
const written = fc.tuple(text, phone).map(([what, number]) => `${what}，联系电话${number}`);
const form = fc.record({
  kind: fc.constantFrom('project', 'overall', 'direction'),
  name: text,
  summary: written,
  duties: written,
  periodGoal: written,
  unitHead: anybody,
  head: anybody,
  contact: anybody,
  remarks: written,
  basis: written,
  attachments: fc.constant([{ sha256: 'f'.repeat(64), name: '通讯录.xlsx' }]),
  goals: fc.array(fc.record({ id: fc.constant('g1'), text: written }), { maxLength: 1 }),
  budgetItems: fc.constant([{ id: 'b1', name: '劳务费', estimate: '合同' }]),
  indicators: fc.array(fc.record({ id: fc.constant('i1'), name: text, basis: written, value: written }), {
    maxLength: 1,
  }),
});

describe('公开的申报表', () => {
  it('不论表里填了什么人、什么电话，公开的内容里都没有', () => {
    fc.assert(
      fc.property(form, (generated) => {
        const shown = JSON.stringify(publicForm(generated as unknown as Form));
        const told = [generated.unitHead, generated.head, generated.contact].flatMap((one) =>
          Object.values(one),
        );
        expect(told.filter((detail) => shown.includes(detail))).toEqual([]);
        expect(shown).not.toMatch(/1[358]\d{9}/);
        expect(shown).not.toMatch(/通讯录|unitHead|contact|remarks|attachments|budgetItems|basis/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('目标和指标都在，行的编号也在', () => {
    const shown = publicForm({
      kind: 'project',
      name: '河道保洁',
      code: '13900000001',
      funding: { thisYear: { total: '86.4' }, lastYear: { total: '80' }, estimate: '合同' },
      goals: [{ id: 'g1', text: '河面无漂浮物，办公电话0730-1234567' }],
      indicators: [{ id: 'i1', name: '里程', operator: '≥', value: '128', unit: '公里', basis: '会议纪要' }],
      schedule: [{ id: 's1', content: '招标' }],
    });
    expect(shown).toEqual({
      kind: 'project',
      name: '河道保洁',
      code: '13900000001',
      funding: { thisYear: { total: '86.4' } },
      goals: [{ id: 'g1', text: '河面无漂浮物，办公电话〔电话略〕' }],
      indicators: [{ id: 'i1', name: '里程', operator: '≥', value: '128', unit: '公里' }],
    });
    expect(ROW_LISTS.filter((list) => Object.hasOwn(shown, list))).toEqual(['indicators', 'goals']);
  });

  it.each(['20270101', '1234567890123456', '0.1234567', '3,800,000,000 元', '2023.01-2023.12'])(
    '%s 不是电话',
    (value) => {
      expect(publicForm({ kind: 'direction', periodGoal: value })).toEqual({
        kind: 'direction',
        periodGoal: value,
      });
    },
  );
});

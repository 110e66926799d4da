import fc from 'fast-check';
import { diffForms, isSameForm } from './diff.ts';
import { type Form } from './schema.ts';

const form: Form = {
  kind: 'project',
  name: '河道保洁',
  funding: { thisYear: { total: '50', county: '50' } },
  indicators: [
    { id: 'a', name: '保洁里程', value: '120', unit: '公里' },
    { id: 'b', name: '投诉办结率', value: '98', unit: '%' },
    { id: 'c', name: '满意度', value: '90', unit: '%' },
  ],
};
const rows = form.indicators ?? [];
const [a, b, c] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];

describe('两个版本的差异', () => {
  it('同一张表没有差异', () => expect(diffForms(form, structuredClone(form))).toEqual([]));

  it('逐字段说明，行按编号对应', () => {
    const now: Form = {
      ...form,
      funding: { thisYear: { total: '45', city: '45' } },
      indicators: [a, { ...c, value: '95' }, { id: 'd', name: '清理次数' }],
    };
    expect(diffForms(form, now)).toEqual([
      { path: '/funding/thisYear/total', kind: 'changed', from: '50', to: '45' },
      { path: '/funding/thisYear/county', kind: 'removed', from: '50' },
      { path: '/funding/thisYear/city', kind: 'added', to: '45' },
      { path: '/indicators/b', kind: 'removed', from: b },
      { path: '/indicators/c/value', kind: 'changed', from: '90', to: '95' },
      { path: '/indicators/d', kind: 'added', to: { id: 'd', name: '清理次数' } },
    ]);
  });

  it('只挪动的行说是挪动，不说成删改', () =>
    expect(diffForms(form, { ...form, indicators: [c, a, b] })).toEqual([
      { path: '/indicators/c', kind: 'moved', from: 2, to: 0 },
    ]));

  it('从无到有，全部是新增', () =>
    expect(diffForms(null, { kind: 'direction', fund: '水利专项' })).toEqual([
      { path: '/kind', kind: 'added', to: 'direction' },
      { path: '/fund', kind: 'added', to: '水利专项' },
    ]));

  it('有没有差异，与逐条列出的一致', () => {
    const text = fc.constantFrom('甲', '乙', undefined);
    const row = fc.record({ id: fc.constantFrom('a', 'b', 'c'), name: text, value: text });
    const rowsOf = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 3 });
    const optional = { requiredKeys: [] };
    const side = fc.record({ total: text, county: text }, optional);
    const some = fc.record(
      {
        name: text,
        funding: fc.record({ thisYear: side, lastYear: side }, optional),
        indicators: rowsOf,
        attachments: fc.array(fc.record({ sha256: text, name: text }), { maxLength: 2 }),
      },
      optional,
    ) as fc.Arbitrary<unknown> as fc.Arbitrary<Form>;
    const isConsistent = (before: Form, after: Form): void =>
      expect(isSameForm(before, after)).toBe(diffForms(before, after).length === 0);
    fc.assert(fc.property(some, some, isConsistent), { numRuns: 2_000 });
    fc.assert(fc.property(some, (one) => isConsistent(one, structuredClone(one))));
  });
});

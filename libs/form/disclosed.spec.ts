import { disclosedForm } from './disclosed.ts';
import { type FormInput } from './schema.ts';

const PERSON = { name: '沈文静', phone: '13900000001' };

describe('公开的申报表', () => {
  const form: FormInput = {
    kind: 'project',
    fiscalYear: 2027,
    name: '河道保洁',
    unitHead: PERSON,
    head: PERSON,
    contact: PERSON,
    remarks: '内部说明',
    basis: '立项依据',
    attachments: [{ sha256: 'a'.repeat(64), name: '批文.pdf' }],
    goals: [{ id: 'g1', text: '河面清洁' }],
  };

  it('只留下可以公开的栏目', () => {
    expect(disclosedForm(form)).toEqual({
      kind: 'project',
      fiscalYear: 2027,
      name: '河道保洁',
      goals: [{ id: 'g1', text: '河面清洁' }],
    });
  });

  it('不认识的栏目也不公开', () => {
    const extended = { ...form, bankAccount: '6222' } as FormInput;
    expect(JSON.stringify(disclosedForm(extended))).not.toMatch(/6222|沈文静|1390000/);
  });
});

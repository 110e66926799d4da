import { colleaguesAmong, reviewersAmong } from './people-choices.ts';

const person = { post: '科员', leads: false, left: false };
const there = { ...person, place: { unit: '301' } };
const people = [
  { ...there, user: 'a', name: '沈文静', roles: ['department'] as const },
  { ...person, user: 'b', name: '沈文静', place: { section: 'agriculture' }, roles: ['section'] as const },
  { ...there, post: '水利局副局长', user: 'c', name: '韩志远', roles: ['clerk'] as const },
  { ...there, user: 'd', name: '邹晓岚', roles: ['department'] as const, left: true },
  { ...person, user: 'e', name: '蒋建平', place: { unit: '999' }, roles: ['department'] as const },
  { ...there, user: 'me', name: '陆一鸣', roles: ['department'] as const },
];
const register = {
  people,
  units: [{ code: '301', name: '水利局', departmentCode: '301', closed: false }],
  sections: [{ id: 'agriculture', name: '农业农村股', kind: 'business' as const, departments: [] }],
};

describe('可以选的人', () => {
  it('转办、加签、委托只列看得到的单位和股室中在岗的其他审核人，写明单位或股室和职务，不重复', () => {
    expect(reviewersAmong(register, 'me')).toEqual([
      { value: 'b', label: '沈文静（农业农村股 科员）' },
      { value: 'a', label: '沈文静（水利局 科员）' },
    ]);
  });

  it('抄送列在岗的所有其他人；单位看不到的只写职务', () => {
    expect(colleaguesAmong(register, 'me').map(({ label }) => label)).toEqual([
      '韩志远（水利局副局长）',
      '蒋建平（科员）',
      '沈文静（农业农村股 科员）',
      '沈文静（水利局 科员）',
    ]);
  });
});

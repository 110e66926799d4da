import { reviewersAmong } from './reviewers.ts';

const person = { post: '科员', leads: false, left: false };
const units = [{ code: '301', name: '水利局', departmentCode: '301', closed: false }];
const sections = [{ id: 'agriculture', name: '农业农村股', kind: 'business' as const, departments: [] }];

describe('可以转办给谁', () => {
  it('只列看得到的单位和股室中在岗的审核人，写明单位或股室和职务', () => {
    const people = [
      { ...person, user: 'a', name: '沈文静', place: { unit: '301' }, roles: ['department'] as const },
      {
        ...person,
        user: 'b',
        name: '沈文静',
        place: { section: 'agriculture' },
        roles: ['section'] as const,
      },
      { ...person, user: 'c', name: '韩志远', place: { unit: '301' }, roles: ['clerk'] as const },
      {
        ...person,
        user: 'd',
        name: '邹晓岚',
        place: { unit: '301' },
        roles: ['department'] as const,
        left: true,
      },
      { ...person, user: 'e', name: '蒋建平', place: { unit: '999' }, roles: ['department'] as const },
    ];
    expect(reviewersAmong(people, units, sections)).toEqual([
      { value: 'b', label: '沈文静（农业农村股 科员）' },
      { value: 'a', label: '沈文静（水利局 科员）' },
    ]);
  });
});

import { formsOfJson } from './read-forms.ts';

const form = { kind: 'project', name: '教师培训', goals: [{ text: '轮训一遍' }] };

describe('forms as JSON', () => {
  it('reads one form, a list of forms, and the lines that import prints', () => {
    expect(formsOfJson(JSON.stringify(form), undefined)).toEqual([
      { ...form, goals: [{ id: 'r1', text: '轮训一遍' }] },
    ]);
    expect(formsOfJson(JSON.stringify([form, form]), undefined)).toHaveLength(2);
    const line = JSON.stringify({ file: 'a.txt', form, opinions: [], places: {}, unrecognised: [] });
    expect(formsOfJson(`${line}\n${line}\n`, undefined)).toHaveLength(2);
  });

  it('gives the year of the command line to forms that name none', () => {
    expect(formsOfJson(JSON.stringify([form, { ...form, fiscalYear: 2022 }]), 2023)).toMatchObject([
      { fiscalYear: 2023 },
      { fiscalYear: 2022 },
    ]);
  });

  it('says in Chinese what is no form', () => {
    expect(() => formsOfJson('{"kind":"project"', undefined)).toThrow(
      '第 1 行不是合法的 JSON，请检查文件内容',
    );
    expect(() => formsOfJson('{"kind":"budget"}', undefined)).toThrow(
      '表种：应为 project、overall、direction 之一',
    );
    expect(() => formsOfJson('', undefined)).toThrow('文件中没有申报表，请确认选对了文件');
  });
});

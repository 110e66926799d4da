import { readFileSync } from 'node:fs';
import { valueAt, type Form } from '#form';
import { screen, type Finding } from '../index.ts';
import { contextOf, formOf, type Invented } from './invented-form.ts';

const read = (name: string): Invented[] =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as Invented[];

/** An indicator by its name, a row of another list by the list. */
function placeOf(form: Form, path: string): string {
  const row = /^\/indicators\/[^/]+/.exec(path)?.[0];
  const name = row === undefined ? undefined : valueAt(form, `${row}/name`);
  if (typeof name === 'string') return name;
  return path.replace(
    /^(\/(?:goals|schedule|paymentPlan|budgetItems|period|implementationPeriod))\/.*$/,
    '$1',
  );
}

function foundIn(invented: Invented): string[] {
  const form = formOf(invented.form);
  return screen(form, contextOf(invented))
    .filter(({ severity }: Finding) => severity !== 'hint')
    .map(({ code, path }) => `${code} ${placeOf(form, path)}`)
    .sort();
}

describe.each([
  ['项目申报表', 'projects'],
  ['公开的绩效目标表', 'disclosures'],
  ['支出方向', 'directions'],
  ['部门整体支出', 'overalls'],
  ['各县的表', 'other-counties'],
])('虚构的%s', (_, name) => {
  it.each(read(name))('$title', (invented) => {
    expect(foundIn(invented)).toEqual([...invented.found].sort());
  });
});

import { isCode, repeats, type ImportSheet, type SheetRow } from './sheet.ts';
import { type Register } from './register.ts';

/** 单位: departments must stand above their units, or be registered already. */
export const unitSheet: ImportSheet = {
  columns: [{ label: '单位编码' }, { label: '单位名称' }, { label: '主管部门编码', isOptional: true }],
  about: '三列：单位编码、单位名称、主管部门编码。部门本级的第三列留空或写自己的编码，并排在下属单位之前。',
  faultsOf: ([code = '', , department = ''], register, earlier) => {
    const faults = new Map<number, string>();
    const ofCode = codeFault(code, register, earlier);
    if (ofCode !== null) faults.set(0, ofCode);
    if (!isKnown(department, code, register, earlier)) faults.set(2, '没有登记这个主管部门');
    return faults;
  },
};

/** As the request has it. */
export const unitBody = ([code = '', name = '', department = '']: readonly string[]) => ({
  code,
  name,
  departmentCode: department === '' ? code : department,
});

function codeFault(code: string, { units }: Register, earlier: readonly SheetRow[]): string | null {
  if (code === '') return null;
  if (!isCode(code)) return '编码只能用字母、数字、点和横线';
  if (units.some((unit) => unit.code === code)) return '已经登记';
  return repeats(code, 0, earlier) ? '与上面的行重复' : null;
}

function isKnown(
  department: string,
  code: string,
  { units }: Register,
  earlier: readonly SheetRow[],
): boolean {
  if (department === '' || department === code) return true;
  return units.some((unit) => unit.code === department && !unit.closed) || repeats(department, 0, earlier);
}

import { type Register } from './register.ts';
import { isCode, repeats, type ImportSheet, type SheetRow } from './sheet.ts';

const YES = /^(?:是|√|Y|y|1)$/u;
const NO = /^(?:否|N|n|0|)$/u;

/** 人员: who sits where; roles are not imported, they are given by 安全管理员. */
export const personSheet: ImportSheet = {
  columns: [
    { label: '姓名' },
    { label: '用户名' },
    { label: '单位编码或股室编号' },
    { label: '职务' },
    { label: '负责人', isOptional: true },
  ],
  about:
    '五列：姓名、用户名、单位编码或股室编号、职务、负责人（是或留空）。岗位和密码链接由安全管理员另行办理。',
  faultsOf: ([, username = '', place = '', , leads = ''], register, earlier) => {
    const faults = new Map<number, string>();
    const ofName = nameFault(username, register, earlier);
    if (ofName !== null) faults.set(1, ofName);
    if (place !== '' && !isPlace(place, register)) faults.set(2, '没有登记这个单位或股室');
    if (!YES.test(leads) && !NO.test(leads)) faults.set(4, '请写“是”或留空');
    return faults;
  },
};

/** As the request has it; a section goes before a unit of the same code. */
export function personBody(cells: readonly string[], { sections }: Register) {
  const [name = '', username = '', place = '', post = '', leads = ''] = cells;
  const isSection = sections.some(({ id }) => id === place);
  return {
    user: username,
    username,
    name,
    post,
    place: isSection ? { section: place } : { unit: place },
    leads: YES.test(leads),
  };
}

function nameFault(username: string, { people }: Register, earlier: readonly SheetRow[]): string | null {
  if (username === '') return null;
  if (!isCode(username)) return '用户名只能用字母、数字、点和横线';
  if (people.some((person) => person.username === username || person.user === username))
    return '用户名已被使用';
  return repeats(username, 1, earlier) ? '与上面的行重复' : null;
}

const isPlace = (code: string, { units, sections }: Register): boolean =>
  sections.some(({ id }) => id === code) || units.some((unit) => unit.code === code && !unit.closed);

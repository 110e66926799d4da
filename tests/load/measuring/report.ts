import { rounded } from './statistics.ts';

/** One measurement as it is told: a table, and the figures that somebody set a goal for. */
export interface Section {
  name: string;
  title: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  goals: readonly Goal[];
  /** What was left out of this run, and why. */
  notes?: readonly string[];
}

export interface Goal {
  what: string;
  value: number;
  /** `null`: stated without a goal. */
  bound: { atLeast: number } | { atMost: number } | null;
}

export function isMet({ value, bound }: Goal): boolean {
  if (bound === null) return true;
  return 'atLeast' in bound ? value >= bound.atLeast : value <= bound.atMost;
}

export function textOf(section: Section): string {
  const rows = section.rows.map((row) => row.map(String));
  const goals = section.goals.map(goalLine);
  const notes = (section.notes ?? []).map((note) => `  ${note}`);
  return ['', `## ${section.title}`, '', ...table([section.columns, ...rows]), '', ...goals, ...notes].join(
    '\n',
  );
}

function goalLine(goal: Goal): string {
  const { what, value, bound } = goal;
  const said = `${what}: ${String(rounded(value))}`;
  if (bound === null) return `  · ${said}`;
  const wanted = 'atLeast' in bound ? `at least ${bound.atLeast}` : `at most ${bound.atMost}`;
  return `  ${isMet(goal) ? '✓' : '✗'} ${said} (goal: ${wanted})`;
}

function table(lines: readonly (readonly string[])[]): string[] {
  const [head = []] = lines;
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) =>
    line.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  '),
  );
  return [text[0] ?? '', widths.map((width) => '-'.repeat(width)).join('  '), ...text.slice(1)];
}

/** Names to the left, numbers to the right. */
const pad = (cell: string, width: number, column: number): string =>
  column === 0 ? cell.padEnd(width) : cell.padStart(width);

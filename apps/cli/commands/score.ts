import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import type { PartStep, ScoringRow } from '#scoring';
import { scoreRow } from '#scoring';

import { WrongUsage } from '../chinese-command.ts';
import { printLine, say } from '../output.ts';

export function registerScore(program: Command): void {
  program
    .command('score')
    .description('按评分标准计分：标准输入每行一个 {id, row, actual} 的 JSON，每行输出一个结果')
    .option('--part-step <办法>', '不足一档怎样计：ask（交人工）、whole、proportional 或 up', 'ask')
    .action(({ partStep }: { partStep: string }) => scoreLines(process.stdin, partStepOf(partStep)));
}

const PART_STEPS: readonly PartStep[] = ['ask', 'whole', 'proportional', 'up'];

function partStepOf(text: string): PartStep {
  const found = PART_STEPS.find((each) => each === text);
  if (found === undefined)
    throw new WrongUsage(`--part-step 应为 ask、whole、proportional 或 up，收到“${text}”`);
  return found;
}

/** Blank lines are no cases; a bad one is answered in its place, and the others are scored all the same. */
async function scoreLines(input: NodeJS.ReadableStream, partStep: PartStep): Promise<void> {
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() === '') continue;
    const read = caseOf(text);
    if ('error' in read) {
      await printLine({ line, error: read.error });
      say(`第 ${String(line)} 行：${read.error.message}`);
      process.exitCode = 1;
    } else {
      await printLine(answerTo(read, partStep));
    }
  }
}

interface Case {
  readonly id?: unknown;
  readonly row: ScoringRow;
  readonly actual: string;
}

/** {id, kind, score, why, steps}: what does not apply is absent. */
function answerTo({ id, row, actual }: Case, partStep: PartStep): object {
  return { ...(id === undefined ? {} : { id }), ...scoreRow({ row, actual, partStep }) };
}

interface BadLine {
  readonly error: { readonly code: string; readonly message: string };
}

function caseOf(text: string): Case | BadLine {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return bad('NotJson', '不是一行完整的 JSON，请检查这一行');
  }
  if (!isRecord(value)) return bad('NotACase', '应为一个 {id, row, actual} 对象');
  const { id, row, actual } = value;
  if (!isRecord(row)) return bad('NoRow', '缺少 row（指标行），请补上');
  if (typeof actual !== 'string') return bad('NoActual', '缺少 actual（实际完成值的文字），请补上');
  const wrong = FIELDS.find((field) => !isFieldValue(field, row[field]));
  if (wrong !== undefined) return bad('BadRow', `row.${wrong} 应为文字，请改正`);
  return { id, row: withoutNulls(row), actual };
}

const bad = (code: string, message: string): BadLine => ({ error: { code, message } });

const FIELDS = [
  'level1',
  'level2',
  'name',
  'type',
  'value',
  'unit',
  'explanation',
  'rule',
  'weightText',
  'weight',
] as const;

function isFieldValue(field: (typeof FIELDS)[number], value: unknown): boolean {
  if (value === undefined || value === null || typeof value === 'string') return true;
  return typeof value === 'number' && (field === 'weight' || field === 'weightText' || field === 'value');
}

/** A table's empty cell may be null, and its figures JSON numbers. */
function withoutNulls(row: Record<string, unknown>): ScoringRow {
  const filled = FIELDS.flatMap((field): [string, string][] => {
    const value = row[field];
    return typeof value === 'string' || typeof value === 'number' ? [[field, String(value)]] : [];
  });
  return Object.fromEntries(filled);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { dateText } from './field-text.ts';
import { head, label, under, type FormLayout, type LayoutCell, type LayoutRow } from './layout.ts';
import { wordFile } from './word-file.ts';

/** One signature: who decided what at which stage, as the record has it. */
export interface SlipOpinion {
  stage: string;
  name: string;
  /** Office and post, as the record has them. */
  seat: string;
  /** 同意, 退回修改, 审核不通过. */
  decision: string;
  grade?: string;
  comment: string;
  /** 2027-01-20 */
  date: string;
}

/** One submission with everything that was said about it. */
export interface SlipRound {
  round: number;
  submittedBy: string;
  date: string;
  opinions: readonly SlipOpinion[];
}

/** 审批单: a target's whole way through review. */
export interface ApprovalSlip {
  fiscalYear: number;
  name: string;
  kind: string;
  unit: string;
  department: string;
  /** 万元, as asked for. */
  amount?: string;
  /** How it stands: 审核通过, 已批复 … */
  state: string;
  rounds: readonly SlipRound[];
  grant?: { documentNumber: string; date: string; amount: string };
  /** By which the paper is held against the record: the target, its revision, the seal of its last event. */
  record: { id: string; revision: number; seal: string };
}

/** The approval slip as a Word document, every opinion of every round in its row, like a signature sheet. */
export function writeApprovalSlip(slip: ApprovalSlip): Uint8Array {
  const plain = { headRows: 0, hasBorders: true };
  const tables = [
    { rows: factRows(slip), ...plain },
    ...slip.rounds.map((round) => ({ rows: roundRows(round), headRows: 2, hasBorders: true })),
    { rows: resultRows(slip), ...plain },
    { rows: [[note(slip)]], headRows: 0, hasBorders: false },
  ];
  const title = { text: `${slip.fiscalYear}年度预算绩效目标审批单` };
  return wordFile([{ title, isLandscape: false, tables } satisfies FormLayout]);
}

const LABEL = 4;
const HALF = 8;
const short = (text: string, columns: number): LayoutCell => ({ text, columns, role: 'short' });
const value = (text: string, columns: number): LayoutCell => ({ text, columns, role: 'value' });
const pair = (first: readonly [string, string], second: readonly [string, string]): LayoutRow =>
  [first, second].flatMap(([title, text]) => [label(title, LABEL), short(text, HALF)]);

const factRows = ({ name, kind, unit, department, amount, state }: ApprovalSlip): LayoutRow[] => [
  [label('绩效目标', LABEL), short(name, 2 * HALF + LABEL)],
  pair(['预算单位', unit], ['主管部门', department]),
  pair(['表种', kind], ['申请金额（万元）', amount ?? '—']),
  [label('办理状态', LABEL), short(state, 2 * HALF + LABEL)],
];

function roundRows({ round, submittedBy, date, opinions }: SlipRound): LayoutRow[] {
  const heads = [
    head('审核环节', 4),
    head('审核人', 5),
    head('决定', 3),
    head('审核意见', 9),
    head('日期', 3),
  ];
  const none: LayoutRow = [short('尚无审核意见', 24)];
  const lines = opinions.map((opinion): LayoutRow => [
    short(opinion.stage, 4),
    short(`${opinion.name}\n${opinion.seat}`, 5),
    short(opinion.grade === undefined ? opinion.decision : `${opinion.decision}\n（${opinion.grade}）`, 3),
    value(opinion.comment, 9),
    short(opinion.date, 3),
  ]);
  return [
    [head(`第${round}轮：${dateText(date)}由${submittedBy}送审`, 24)],
    heads,
    ...(lines.length === 0 ? [none] : lines),
  ];
}

function resultRows({ grant }: ApprovalSlip): LayoutRow[] {
  if (!grant) return [[label('批复', LABEL), short('尚未批复', 2 * HALF + LABEL)]];
  return under('批复', LABEL, [
    [label('批复文号', LABEL), short(grant.documentNumber, HALF), label('日期', 3), short(grant.date, 5)],
    [label('批复金额（万元）', LABEL), short(grant.amount, HALF), label('盖章', 3), short('', 5)],
  ]);
}

const note = ({ record }: ApprovalSlip): LayoutCell => ({
  text: `由绩效目标管理系统打印。记录编号 ${record.id}，第 ${record.revision} 版，封签 ${record.seal}。\n可凭编号和封签在系统中核对本单内容是否与记录一致。`,
  columns: 24,
  role: 'side',
});

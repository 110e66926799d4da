import { labelOf, wordsOf, type Change } from '#form';
import { seatOf } from '#domain';
import { type Finding } from '#domain/target';
import { type HistoryStep, type ReminderLine, type ScoreLine } from '../steps.ts';
import { timeline } from './timeline.ts';
import { PAGE_WIDTH, paragraph, run, table, wordDocument, type Cell } from './word.ts';

/** What the document is about, in the words of the record. */
export interface HistoryHeading {
  name: string;
  unit: string;
  department: string;
  fiscalYear: number;
  state: string;
  /** The signed root that the events are proved against. */
  anchored: string;
}

export interface HistoryContent {
  heading: HistoryHeading;
  steps: readonly HistoryStep[];
  /** Of the form as it stands now. */
  findings: readonly Finding[];
  scores: readonly ScoreLine[];
  reminders: readonly ReminderLine[];
  /** 涉密: filed on paper, so that there is nothing to screen and to score. */
  isOffline: boolean;
}

const RED = 'C00000';
const GREEN = '2E7D32';
const HEAD = 'EEF2F6';
const SEVERITIES: Readonly<Record<Finding['severity'], string>> = {
  error: '错误',
  warning: '警告',
  hint: '提示',
};
const CHANNELS: Readonly<Record<string, string>> = {
  mail: '邮件',
  wecom: '企业微信',
  dingtalk: '钉钉',
  feishu: '飞书',
};

const OFFLINE = '涉密项目，申报表线下报送，系统中没有。';

const cell = (text: string): Cell => ({ content: paragraph(run(text), 'Cell') });
const term = (text: string): Cell => ({ content: paragraph(run(text, { bold: true }), 'Cell'), fill: HEAD });
const heading = (text: string): string => paragraph(run(text), 'Heading1');
const none = (text: string): string => paragraph(run(text), 'Small');

/** The readable history of a target as docx: who, in which post, when, what, in which words, what changed field by field. */
export function historyDocument({ heading: head, ...content }: HistoryContent): Buffer {
  const facts: [string, string][] = [
    ['预算单位', head.unit],
    ['主管部门', head.department],
    ['年度', String(head.fiscalYear)],
    ['状态', head.state],
    ['签名根', head.anchored],
  ];
  const body = [
    paragraph(run(`${head.name} 办理记录`), 'Title'),
    table(
      facts.map(([name, fact]) => [term(name), cell(fact)]),
      { widths: [1_600, PAGE_WIDTH - 1_600] },
    ),
    heading('一、时间轴'),
    timeline(content.steps),
    heading('二、办理经过'),
    stepsTable(content.steps),
    heading('三、预审发现（按现行版本）'),
    content.isOffline ? none(OFFLINE) : findingsTable(content.findings),
    heading('四、得分和计分步骤'),
    ...(content.isOffline ? [none(OFFLINE)] : scoreTables(content.scores)),
    heading('五、提醒和催办'),
    remindersTable(content.reminders),
    heading('六、封存值'),
    none(
      '封存值为事件原文的 SHA-256，可用 mubiao verify 核验。申报表中的姓名、电话等个人信息在事件中为密文，本文不显示。',
    ),
    sealsTable(content.steps),
  ];
  return wordDocument(body.join(''), head.name);
}

function stepsTable(steps: readonly HistoryStep[]): string {
  const rows = steps.map(({ revision, time, label, actor, comment, changes }): Cell[] => {
    const { name, onBehalfOf } = actor;
    const onBehalf = onBehalfOf ? `（代 ${onBehalfOf.name}）` : '';
    const who = `${seatOf(actor)}\n${name}${onBehalf}`;
    const said = comment === undefined ? '' : paragraph(run(comment), 'Cell');
    const changed = changes.map(changeLine).join('');
    return [
      cell(String(revision)),
      cell(time.slice(0, 19).replace('T', '\n')),
      cell(label),
      cell(who.trim()),
      { content: said + changed || paragraph('', 'Cell') },
    ];
  });
  const head = ['版本', '时间', '事项', '办理人', '意见与改动'].map(term);
  return table([head, ...rows], { widths: [600, 1_250, 1_250, 1_900, PAGE_WIDTH - 5_000], hasHead: true });
}

function changeLine({ path, from, to }: Change): string {
  const [old, now] = [shown(from, path), shown(to, path)];
  const runs = [
    run(`${labelOf(path)}：`),
    old === '' ? '' : run(old, { strike: true, color: RED }),
    old === '' || now === '' ? '' : run(' → '),
    now === '' ? run('（删去）', { color: RED }) : run(now, { color: GREEN }),
  ];
  return paragraph(runs.join(''), 'Cell');
}

/** A value in the words of the paper form; a row is told field by field, without its id. */
function shown(value: unknown, path: string): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return wordsOf(path, value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([field]) => field !== 'id');
  return fields
    .map(([field, inner]) => {
      const at = `${path}/${field}`;
      return `${labelOf(at).split('·').at(-1) ?? ''} ${shown(inner, at)}`;
    })
    .join('；');
}

function findingsTable(findings: readonly Finding[]): string {
  if (findings.length === 0) return none('没有发现。');
  const rows = findings.map(({ severity, path, message }) => [
    cell(SEVERITIES[severity]),
    cell(labelOf(path)),
    cell(message),
  ]);
  const head = ['程度', '位置', '说明'].map(term);
  return table([head, ...rows], { widths: [800, 2_800, PAGE_WIDTH - 3_600], hasHead: true });
}

function scoreTables(scores: readonly ScoreLine[]): string[] {
  if (scores.length === 0) return [none('尚未自评。')];
  const head = ['指标', '分值', '实际完成', '得分', '计分步骤'].map(term);
  const widths = [2_200, 700, 1_500, 800, PAGE_WIDTH - 5_200];
  return scores.flatMap(({ revision, sheet }) => {
    const { execution, indicators, total, grade } = sheet;
    const rows = indicators.map(({ name, weight, actual, points, steps, reason, corrected }) => [
      cell(name),
      cell(weight),
      cell(actual),
      cell(points),
      cell(
        [...steps, reason ?? '', corrected ? `原 ${corrected.from} 分，更正：${corrected.reason}` : '']
          .filter(Boolean)
          .join('\n'),
      ),
    ]);
    const paid = `${execution.paid} / ${execution.budget}`;
    const ran = ['预算执行率', '', paid, execution.points, execution.steps.join('\n')].map(cell);
    return [
      paragraph(run(`第 ${revision} 版：合计 ${total} 分，${grade}`, { bold: true }), 'Cell'),
      table([head, ran, ...rows], { widths, hasHead: true }),
    ];
  });
}

function remindersTable(reminders: readonly ReminderLine[]): string {
  if (reminders.length === 0) return none('没有发送记录。');
  const rows = reminders.map(({ sentAt, recipient, title, deliveries }) => [
    cell(sentAt.slice(0, 19).replace('T', '\n')),
    cell(recipient),
    cell(title),
    cell(['站内', ...deliveries.map(({ channel, state }) => channelWords(channel, state))].join('、')),
  ]);
  const head = ['时间（UTC）', '收件人', '内容', '方式'].map(term);
  return table([head, ...rows], { widths: [1_500, 1_700, PAGE_WIDTH - 5_000, 1_800], hasHead: true });
}

const channelWords = (channel: string, state: string): string =>
  `${CHANNELS[channel] ?? channel}${state === 'failed' ? '（未送达）' : ''}`;

function sealsTable(steps: readonly HistoryStep[]): string {
  const rows = steps.map(({ revision, label, seal }) => [
    cell(String(revision)),
    cell(label),
    { content: paragraph(run(seal, { mono: true, size: 15 }), 'Cell') },
  ]);
  return table([['版本', '事项', '封存值'].map(term), ...rows], {
    widths: [600, 1_800, PAGE_WIDTH - 2_400],
    hasHead: true,
  });
}

import { type HistoryStep } from './steps.ts';
import { labelOf } from '#form';

/** What the page is about, in the words of the record. */
export interface HistoryHeading {
  name: string;
  unit: string;
  department: string;
  fiscalYear: number;
  state: string;
  /** The signed root that the events are proved against. */
  anchored: string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');
/** A value in the words of the paper form; a row is told field by field, without its id. */
function shown(value: unknown, path: string): string {
  if (value === undefined) return '—';
  if (typeof value === 'string') return escaped(value);
  if (typeof value !== 'object' || value === null) return escaped(JSON.stringify(value));
  const fields = Object.entries(value).filter(([field]) => field !== 'id');
  const told = fields.map(([field, inner]) => {
    const at = `${path}/${field}`;
    return `${escaped(labelOf(at).split('·').at(-1) ?? '')} ${shown(inner, at)}`;
  });
  return told.join('，');
}

const STYLE = `
body { font: 14px/1.6 "Songti SC", SimSun, serif; margin: 2em auto; max-width: 60em; color: #222; }
h1 { font-size: 20px; } table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #999; padding: 4px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f2f2f2; white-space: nowrap; } del { color: #a00; } ins { color: #060; text-decoration: none; }
.seal { font: 11px monospace; color: #777; } @media print { tr { page-break-inside: avoid; } }`;

/** The readable history of a target: who, in which post, when, what, with which words, and what changed field by field. */
export function historyPage(heading: HistoryHeading, steps: readonly HistoryStep[]): string {
  const { name, unit, department, fiscalYear, state, anchored } = heading;
  const facts = [
    ['预算单位', unit],
    ['主管部门', department],
    ['年度', String(fiscalYear)],
    ['状态', state],
    ['签名根', anchored],
  ];
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(name)} 办理记录</title><style>${STYLE}</style></head>
<body><h1>${escaped(name)} 办理记录</h1>
<table>${facts.map(([term = '', fact = '']) => `<tr><th>${term}</th><td>${escaped(fact)}</td></tr>`).join('')}</table>
<h2>经过</h2>
<table><tr><th>版本</th><th>时间</th><th>事项</th><th>办理人</th><th>意见与改动</th></tr>
${steps.map(rowOf).join('\n')}
</table>
<p>姓名、电话等个人信息在本包中为密文，本页不显示。封存值为该事件原文的 SHA-256。</p>
</body></html>
`;
}

function rowOf({ revision, time, label, actor, comment, points, changes, seal }: HistoryStep): string {
  const { name, post, organisation, onBehalfOf } = actor;
  const who =
    [organisation, post, name].filter(Boolean).join(' ') + (onBehalfOf ? `（代 ${onBehalfOf.name}）` : '');
  const said = [
    comment === undefined ? '' : `<p>${escaped(comment)}</p>`,
    points === undefined ? '' : `<p>${escaped(points)}</p>`,
    ...changes.map(
      ({ path, from, to }) =>
        `<div>${escaped(labelOf(path))}：<del>${shown(from, path)}</del> → <ins>${shown(to, path)}</ins></div>`,
    ),
  ];
  return (
    `<tr><td>${revision}</td><td>${escaped(time)}</td><td>${escaped(label)}</td><td>${escaped(who)}</td>` +
    `<td>${said.join('')}<div class="seal">${escaped(seal)}</div></td></tr>`
  );
}

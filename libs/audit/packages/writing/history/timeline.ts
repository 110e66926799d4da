import { type HistoryStep } from '../steps.ts';
import { PAGE_WIDTH, paragraph, run, table, type Cell } from './word.ts';

/** Steps a strip; a longer life goes on below. */
const A_STRIP = 7;
const LINE = '<w:bottom w:val="single" w:sz="12" w:color="8EA9C1"/>';

/** What a step was for the target, by colour: forward, back, ended well, and everything else. */
const COLORS: readonly (readonly [RegExp, string])[] = [
  [/^(HandedBack|Returned|Rejected|Withdrawn|Abandoned|NotFunded|Declined)$/, 'C00000'],
  [/^(Approved|Granted|Disclosed|Confirmed|Accepted)$/, '2E7D32'],
  [/^(Submitted|Presented|Passed|Drafted)$/, '1F5FA8'],
];
const GREY = '7F7F7F';

const colorOf = (type: string): string => {
  const [last = ''] = /(?:HandedBack|NotFunded|[A-Z][a-z]+)$/.exec(type) ?? [];
  return COLORS.find(([pattern]) => pattern.test(last))?.[1] ?? GREY;
};

/** The life of a target as a line with a point for each step: when, what, who. */
export function timeline(steps: readonly HistoryStep[]): string {
  const strips: string[] = [];
  for (let from = 0; from < steps.length; from += A_STRIP)
    strips.push(strip(steps.slice(from, from + A_STRIP)));
  return strips.join(paragraph('', 'Small'));
}

function strip(steps: readonly HistoryStep[]): string {
  const widths = Array.from({ length: A_STRIP }, () => Math.floor(PAGE_WIDTH / A_STRIP));
  const row = (cellOf: (step: HistoryStep) => Cell): Cell[] =>
    widths.map((_, index) => {
      const step = steps[index];
      return step ? cellOf(step) : { content: paragraph('', 'Cell') };
    });
  const when = row(({ time, type }) => ({
    content:
      paragraph(run(time.slice(0, 10), { size: 15, color: GREY }), 'Cell', true) +
      paragraph(run('●', { size: 24, color: colorOf(type) }), 'Cell', true),
    borders: LINE,
  }));
  const what = row(({ label, type, actor, revision }) => ({
    content:
      paragraph(run(label, { size: 17, bold: true, color: colorOf(type) }), 'Cell', true) +
      paragraph(run(`${actor.name}\n第 ${revision} 版`, { size: 15, color: GREY }), 'Cell', true),
  }));
  return table([when, what], { widths, hasGrid: false });
}

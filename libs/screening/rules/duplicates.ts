import { ALL_KINDS, rule } from '../finding.ts';
import type { IndicatorReading } from '../indicator-reading.ts';
import { likeness } from '../words.ts';

const key = (row: IndicatorReading): string => row.name.replace(/[\s、，。.:：()（）]/g, '');

/** Explanations that say the same with a word changed. */
const ALIKE = 0.6;
const saysTheSame = ({ row }: IndicatorReading, { row: other }: IndicatorReading): boolean =>
  row.explanation !== undefined && likeness(row.explanation, other.explanation ?? '') >= ALIKE;

/** Of two with the same name: on one level, or anywhere with the same value or explanation. */
function isTwin(row: IndicatorReading, earlier: IndicatorReading): boolean {
  if (row.row.level2 === earlier.row.level2 || saysTheSame(row, earlier)) return true;
  return row.value !== '' && row.value === earlier.value;
}

export const duplicateRules = [
  rule({
    code: 'duplicate-indicator',
    title: '没有重复的指标',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: '财预〔2015〕88号第十一条；附件“相关性”审核：指标科学性',
    check: ({ rows }) => {
      const namesakes = new Map<string, IndicatorReading[]>();
      return rows.flatMap((row) => {
        const name = key(row);
        const before = namesakes.get(name) ?? [];
        namesakes.set(name, [...before, row]);
        const earlier = name === '' ? undefined : before.find((other) => isTwin(row, other));
        if (!earlier) return [];
        const where =
          earlier.row.level2 === row.row.level2 ? '同一级指标内' : `“${earlier.row.level2 ?? ''}”中`;
        return [
          {
            path: `${row.path}/name`,
            message: `指标“${row.name}”与${where}的指标重复（指标值“${earlier.value}”与“${row.value}”），请合并或改写`,
          },
        ];
      });
    },
  }),
];

import { ALL_KINDS, rule } from '../finding.ts';
import {
  firstReason,
  type IndicatorReading,
  isQualitative,
  RATE_NAME,
  type Reason,
} from '../indicator-reading.ts';
import { figuresIn } from '../figures.ts';
import { isUnitWord } from '../units.ts';
import { isQuantified } from './indicator-set.ts';

const RESTS_ON =
  '财预〔2015〕88号第十一条：绩效指标应细化、量化，不能量化的应有定性的分级描述；附件“完整性”审核：明确清晰性';

const VAGUE =
  /有效|确保|保障|保质|保量|提升|提高|加强|促进|改善|良好|优化|增强|推动|推进|长期|持续|稳步|及时|显著|明显|保持|全部|全区|全县|预计|按(?:要求|计划|时|文件|照)|做好|完善|一定|不断|较好|基本/;
const BLANK_WORDS = new Set(['-', '/', '无', '—', '–']);
/** Digits with a slip of the pen, or several numbers in one value: 161..66, 95/98/100. */
const NUMBER_LIKE = /^\d+(?:\.\d+)?(?:(?:\.\.+|[/、])\d+(?:\.\d+)?)+%?$/;
const plain = (text: string): string => text.replace(/[\s“”"'()（）、，,。.;；:：\d%]/g, '');

const isWords = ({ value, number, isDate }: IndicatorReading): boolean =>
  value !== '' &&
  number === undefined &&
  !isDate &&
  !/\d/.test(value) &&
  !isUnitWord(value) &&
  figuresIn(value).length === 0;
const SHARP = new Set(['quality', 'timeliness', 'cost']);
/** Why words will not do for a value; the first that holds is said. */
const NOT_IN_WORDS: readonly Reason[] = [
  [({ row }) => row.operatorText === '定量', () => '类型为“定量”'],
  [
    ({ row }) => row.operator !== undefined && row.operator !== '早于',
    ({ row }) => `类型为“${row.operator ?? ''}”`,
  ],
  [({ aspect }) => aspect === 'quantity', () => '数量指标应有具体数值'],
  [({ name }) => RATE_NAME.test(name), () => '比率类指标应有具体数值'],
  [({ aspect, value }) => SHARP.has(aspect) && VAGUE.test(value), () => '产出指标应当可衡量'],
];

/** Why a value should be a number but is none; undefined where words will do. */
function vagueness(row: IndicatorReading): string | undefined {
  if (!isWords(row)) return undefined;
  if (BLANK_WORDS.has(row.value))
    return row.row.weight === undefined ? undefined : '没有指标值，达到什么程度算完成无从判断';
  return isQualitative(row) ? undefined : firstReason(NOT_IN_WORDS, row);
}

/** A cell of a wide table, where the sentence is name and value in one: amounts of work and money need a figure. */
const isSentenceOnly = (row: IndicatorReading): boolean =>
  row.value === '' &&
  (row.aspect === 'quantity' || row.aspect === 'cost') &&
  !row.isVoid &&
  !isQuantified(row);

const repeatsName = ({ name, value, row }: IndicatorReading): boolean =>
  plain(value).length >= 3 &&
  (plain(value) === plain(name) || (plain(value) === plain(row.description ?? '') && !/\d/.test(value)));

export const valueRules = [
  rule({
    code: 'vague-value',
    title: '应当量化的指标值不含糊',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ form, rows }) =>
      rows.flatMap((row) => {
        if (form.kind === 'direction' && isSentenceOnly(row))
          return [
            {
              path: `${row.path}/name`,
              message: `${row.row.level2 ?? ''}“${row.name}”没有数值，达到什么程度无从判断，请量化`,
            },
          ];
        const why = repeatsName(row) ? undefined : vagueness(row);
        if (why === undefined) return [];
        return [
          {
            path: `${row.path}/value`,
            message: `指标“${row.name}”的指标值“${row.value}”无法衡量（${why}），请改填数值或明确的标准`,
          },
        ];
      }),
  }),
  rule({
    code: 'value-unreadable',
    title: '指标值是一个读得出的数',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ rows }) =>
      rows
        .filter(({ value, number }) => number === undefined && NUMBER_LIKE.test(value))
        .map(({ name, value, path }) => ({
          path: `${path}/value`,
          message: `指标“${name}”的指标值“${value}”不是一个数，请改正，几个数应分列几条指标`,
        })),
  }),
  rule({
    code: 'value-repeats-name',
    title: '指标值不是指标名称的重复',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ rows }) =>
      rows.filter(repeatsName).map((row) => ({
        path: `${row.path}/value`,
        message: `指标“${row.name}”的指标值只是重复了名称，没有说明达到什么程度，请改填`,
      })),
  }),
];

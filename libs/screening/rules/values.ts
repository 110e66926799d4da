import { ALL_KINDS, rule } from '../finding.ts';
import type { IndicatorReading } from '../indicator-reading.ts';
import { figuresIn } from '../figures.ts';
import { isQuantified } from './indicator-set.ts';
import { isUnitWord, readUnit, type Unit } from '../units.ts';

const RESTS_ON =
  '财预〔2015〕88号第十一条：绩效指标应细化、量化，不能量化的应有定性的分级描述；附件“完整性”审核：明确清晰性';

const NAME_HOLDS_UNIT = /[人户次件个家篇项台天亩座所场期辆吨名册本]数|[（(][^（()）]*[)）]$|\/[元人次]/;
const RATE_NAME = /(?:率|满意度|比例|占比|比重|知晓度|支持度|认可度)$/;
const COUNT_NAME =
  /(?:[人户次件个家篇项台天亩座所场期辆吨]数|数量|面积|金额|总额|[^质力能]量|时限|时间|费用|投入|财政资金|人次)$/;
const VAGUE =
  /有效|确保|保障|保质|保量|提升|提高|加强|促进|改善|良好|优化|增强|推动|推进|长期|持续|稳步|及时|显著|明显|保持|全部|全区|全县|预计|按(?:要求|计划|时|文件|照)|做好|完善|一定|不断|较好|基本/;
const BLANK_WORDS = new Set(['-', '/', '无', '—', '–']);
/** Digits with a slip of the pen, or several numbers in one value: 161..66, 95/98/100. */
const NUMBER_LIKE = /^\d+(?:(?:\.\.+|[/、])\d+)+%?$/;
const plain = (text: string): string => text.replace(/[\s“”"'()（）、，,。.;；:：\d%]/g, '');

const isQualitative = ({ row }: IndicatorReading): boolean =>
  row.operator === '定性' || row.operatorText === '定性';
const isRateName = ({ name, aspect }: IndicatorReading): boolean =>
  RATE_NAME.test(name) || aspect === 'satisfaction';

type Reason = readonly [isSo: (row: IndicatorReading) => boolean, why: (row: IndicatorReading) => string];
const firstReason = (reasons: readonly Reason[], row: IndicatorReading): string | undefined =>
  reasons.find(([isSo]) => isSo(row))?.[1](row);

const isWords = ({ value, isDate }: IndicatorReading): boolean =>
  value !== '' && !isDate && !/\d/.test(value) && figuresIn(value).length === 0;
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

function withoutUnit(row: IndicatorReading): boolean {
  if (row.number === undefined || row.unit !== undefined || row.number.isZero()) return false;
  return row.aspect !== 'cost' && !NAME_HOLDS_UNIT.test(row.name) && !/[分级]$/.test(row.name);
}

const isPercentLike = (row: IndicatorReading): boolean =>
  isRateName(row) ||
  ((row.aspect === 'quality' || row.aspect === 'effect') &&
    row.number?.gte(50) === true &&
    row.number.lte(100));

const isCountUnit = ({ unit }: IndicatorReading): boolean => /^(?:次|个|件|人|户|台)$/.test(unit?.base ?? '');
/** The unit that a name gives in brackets: 成灾率（%）. */
const bracketUnit = (name: string): Unit | undefined => {
  const inside = /[（(]([^（()）]+)[)）]$/.exec(name)?.[1];
  return inside !== undefined && (isUnitWord(inside) || inside === '%') ? readUnit(inside) : undefined;
};

function bracketDiffers({ name, unit }: IndicatorReading): boolean {
  const inName = bracketUnit(name);
  return (
    inName !== undefined &&
    unit !== undefined &&
    (inName.base !== unit.base || !inName.factor.equals(unit.factor))
  );
}

const CONTRADICTIONS: readonly Reason[] = [
  [bracketDiffers, ({ row }) => `名称括号里的单位与计量单位“${row.unit ?? ''}”不同`],
  [({ isRate, name }) => isRate && COUNT_NAME.test(name), () => '名称是数量、金额或时间，指标值却是百分数'],
  [
    (row) =>
      row.isRate && row.aspect === 'cost' && row.number?.gt(100) === true && !/率|比|度/.test(row.name),
    () => '名称是金额，计量单位却是“%”',
  ],
  [
    ({ name, unit }) => /(?:单位|企业|学校|机构)(?:数量|个数|数)$/.test(name) && unit?.base === '次',
    ({ row }) => `名称是单位的数量，计量单位却是“${row.unit ?? ''}”`,
  ],
  [
    (row) =>
      (isCountUnit(row) || row.unit?.base === '元') && /率$/.test(row.name) && row.number?.isZero() === false,
    ({ row }) => `名称是比率，计量单位却是“${row.unit ?? ''}”`,
  ],
];

export const valueRules = [
  rule({
    code: 'percent-sign-missing',
    title: '百分数写明“%”',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ rows }) =>
      rows
        .filter((row) => withoutUnit(row) && isPercentLike(row))
        .map((row) => ({
          path: `${row.path}/unit`,
          message: `指标“${row.name}”的指标值 ${row.value} 没有计量单位，是否漏写“%”`,
          fix: { path: `${row.path}/unit`, value: '%' },
        })),
  }),
  rule({
    code: 'unit-missing',
    title: '数值写明计量单位',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ rows }) =>
      rows
        .filter((row) => withoutUnit(row) && !isPercentLike(row))
        .map((row) => ({
          path: `${row.path}/unit`,
          message: `指标“${row.name}”的指标值 ${row.value} 没有计量单位，请补充`,
        })),
  }),
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
  rule({
    code: 'unit-contradicts-name',
    title: '计量单位与指标名称相符',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ rows }) =>
      rows.flatMap((row) => {
        const why = firstReason(CONTRADICTIONS, row);
        if (why === undefined) return [];
        const message = `指标“${row.name}”填“${row.value}${row.row.unit ?? ''}”，${why}，请核对`;
        return [{ path: `${row.path}/value`, message }];
      }),
  }),
  rule({
    code: 'columns-shifted',
    title: '各栏没有错位',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: '绩效目标申报表填报说明：按栏目填写',
    check: ({ rows }) =>
      rows.flatMap(({ row, value, name, path }) => {
        if (value !== '' && isUnitWord(value))
          return [
            {
              path: `${path}/value`,
              message: `指标“${name}”的指标值栏填的是计量单位“${value}”，各栏可能错位`,
            },
          ];
        if (/^[\d年月日.\-—~至\s]+$/.test(name))
          return [{ path: `${path}/name`, message: `三级指标栏填的是“${name}”，不是指标名称，各栏可能错位` }];
        if (row.unit !== undefined && /^[\d.]+$/.test(row.unit))
          return [
            { path: `${path}/unit`, message: `指标“${name}”的计量单位栏填的是“${row.unit}”，各栏可能错位` },
          ];
        if (row.operatorText !== undefined && /^\d/.test(row.operatorText))
          return [
            {
              path: `${path}/operatorText`,
              message: `指标“${name}”的类型栏填的是“${row.operatorText}”，各栏可能错位`,
            },
          ];
        return [];
      }),
  }),
];

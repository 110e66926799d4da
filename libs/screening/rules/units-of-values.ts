import { ALL_KINDS, rule } from '../finding.ts';
import {
  firstReason,
  type IndicatorReading,
  isQualitative,
  RATE_NAME,
  type Reason,
} from '../indicator-reading.ts';
import { isUnitWord, readUnit, type Unit } from '../units.ts';

const RESTS_ON =
  '财预〔2015〕88号第十一条：绩效指标应细化、量化，不能量化的应有定性的分级描述；附件“完整性”审核：明确清晰性';

const NAME_HOLDS_UNIT = /[人户次件个家篇项台天亩座所场期辆吨名册本]数|[（(][^（()）]*[)）]$|\/[元人次]/;
const COUNT_NAME =
  /(?:[人户次件个家篇项台天亩座所场期辆吨]数|数量|面积|金额|总额|[^质力能程作务]量|时限|时间|费用|投入|财政资金|[人户家场册频班批]次)$/;
const isRateName = ({ name, aspect }: IndicatorReading): boolean =>
  RATE_NAME.test(name) || aspect === 'satisfaction';

function withoutUnit(row: IndicatorReading): boolean {
  if (row.number === undefined || row.unit !== undefined || row.number.isZero()) return false;
  const isMoney = row.aspect === 'cost' && !RATE_NAME.test(row.name);
  return !isMoney && !NAME_HOLDS_UNIT.test(row.name) && !/[分级]$/.test(row.name);
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

export const unitRules = [
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
  rule({
    code: 'type-contradicts-value',
    title: '定性的指标不填数值',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ rows }) =>
      rows
        .filter((row) => isQualitative(row) && row.number !== undefined)
        .map((row) => ({
          path: `${row.path}/operator`,
          message: `指标“${row.name}”的类型是“定性”，指标值却是“${row.value}”，请改填“≥”“=”等类型，或改写指标值`,
        })),
  }),
];

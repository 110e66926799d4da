import type { Form, Indicator } from '#form';
import { onDirection, onProject, withRows, type Plant } from './plant.ts';

export const betweenPlants: readonly Plant[] = [
  {
    kind: 'between forms',
    spelling: 'the indicators of another unit',
    finds: ['same-indicators-elsewhere'],
    follows: ['same-project-elsewhere', 'fund-total-differs'],
    spoil: (form) =>
      (form.indicators ?? []).length < 4
        ? undefined
        : { form, context: { others: [{ id: 'twin', unit: '邻县某局', form }] } },
  },
  {
    kind: 'between forms',
    spelling: 'one project, two units',
    finds: ['same-project-elsewhere'],
    follows: ['same-indicators-elsewhere'],
    spoil: (form) =>
      form.kind !== 'project' || form.funding?.thisYear?.total === undefined || form.name === undefined
        ? undefined
        : { form, context: { unit: '甲单位', others: [{ id: 'twin', unit: '乙单位', form }] } },
  },
  {
    kind: 'between forms',
    spelling: 'only the years changed',
    finds: ['only-years-changed'],
    follows: ['deadline-in-another-year'],
    spoil: (form) => ({ form, context: { lastYear: yearBefore(form) } }),
  },
  {
    kind: 'between forms',
    spelling: 'half as much again without an estimate',
    finds: ['grows-without-estimate'],
    spoil: onProject(({ funding, budgetItems = [] }) => {
      const total = funding?.thisYear?.total;
      if (total === undefined || Number(total) === 0) return undefined;
      const { estimate: _, ...rest } = funding ?? {};
      const last = {
        lastYear: { total: (Number(total) / 1.5).toFixed(2), county: (Number(total) / 1.5).toFixed(2) },
      };
      return {
        funding: { ...rest, ...last },
        budgetItems: budgetItems.map(({ estimate: __, lastYear: ___, ...item }) => item),
      };
    }),
  },
  {
    kind: 'between forms',
    spelling: 'a fund that is not the sum of its directions',
    finds: ['fund-total-differs'],
    spoil: (form) => {
      if (
        form.kind !== 'direction' ||
        form.amount === undefined ||
        form.fund === undefined ||
        form.fiscalYear === undefined
      )
        return undefined;
      return {
        form,
        context: {
          fundTotals: [
            { fund: form.fund, fiscalYear: form.fiscalYear, total: String(Number(form.amount) + 5) },
          ],
        },
      };
    },
  },
  {
    kind: 'annual value above the period',
    spelling: 'a bigger number for the year',
    finds: ['annual-above-period'],
    spoil: onDirection(({ indicators = [] }) => ({
      indicators: [
        ...indicators,
        {
          id: 'planted',
          level1: '产出指标',
          level2: '数量指标',
          name: '新建示范基地',
          operator: '≥',
          value: '60',
          unit: '个',
          periodValue: '≥50个',
        },
      ],
    })),
  },
];

function yearBefore(form: Form): Form {
  const year = form.fiscalYear ?? 2023;
  const text = JSON.stringify(form).replaceAll(
    new RegExp(`${String(year)}(?=[年./-])`, 'g'),
    String(year - 1),
  );
  return { ...(JSON.parse(text) as Form), fiscalYear: year - 1 };
}

/** A count and a unit cost whose product is three times the budget. */
export const unitCostPlants: readonly Plant[] = ['万元/台', '元/台'].map((unit) => ({
  kind: 'number times price',
  spelling: `unit cost in ${unit} and count as indicators`,
  finds: ['quantity-times-price'],
  spoil: (form) => {
    const rows = form.indicators ?? [];
    const total = form.kind === 'project' ? form.funding?.thisYear?.total : undefined;
    const isTaken = rows.some(
      (row) => row.unit === '台' || row.unit?.includes('/') === true || row.weight !== undefined,
    );
    if (total === undefined || isTaken || !rows.some(({ value }) => value)) return undefined;
    const price = String(Math.ceil(Number(total) * (unit === '元/台' ? 1000 : 0.1)) + 1);
    const added: Indicator[] = [
      {
        id: 'planted1',
        level1: '产出指标',
        level2: '数量指标',
        name: '购置检测设备',
        operator: '≥',
        value: '30',
        unit: '台',
      },
      {
        id: 'planted2',
        level1: '产出指标',
        level2: '成本指标',
        name: '检测设备采购单价',
        operator: '≤',
        value: price,
        unit,
      },
    ];
    return { form: withRows(form, [...rows, ...added]) };
  },
}));

import { only, type RouteCase } from './route-case.ts';

/** 批次由绩效股管理; bodies that the rules refuse after the rights were looked at. */
export const CAMPAIGNS: readonly RouteCase[] = [
  {
    route: 'POST /api/campaigns',
    body: () => ({ id: '2027', name: '重复', fiscalYear: 2027, chains: {}, windows: {} }),
    may: only('performance'),
  },
  {
    route: 'POST /api/campaigns/:id/extensions',
    place: { id: { here: '2027', there: '2027' } },
    body: () => ({ window: 'grant', scope: { all: true }, until: '2027-01-01', reason: '没有这一窗口' }),
    may: only('performance'),
  },
  {
    route: 'PUT /api/campaigns/:id/fund-totals',
    place: { id: { here: '2027', there: '2027' } },
    body: () => ({
      fundTotals: [
        { fund: '专项', total: '1' },
        { fund: '专项', total: '2' },
      ],
    }),
    may: only('performance'),
  },
  {
    route: 'POST /api/campaigns/:id/closure',
    place: { id: { here: '2027', there: '2027' } },
    // Without a reason nobody closes it; that only 绩效股 may is seen in the campaign's own spec.
    body: () => ({}),
  },
];

export { budgetGate } from './budget-gate.ts';
export { campaignProgress } from './campaign-progress.ts';
export { departmentOverview, type OverviewOf } from './department-overview.ts';

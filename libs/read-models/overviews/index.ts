export { budgetGate, type BlockedItem, type BudgetGate } from './budget-gate.ts';
export { campaignProgress, type CampaignProgress } from './campaign-progress.ts';
export { departmentOverview, type DepartmentOverview, type OverviewOf } from './department-overview.ts';

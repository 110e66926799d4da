export { DepartmentPage } from './department-page.tsx';
export { ProgressPage } from './progress-page.tsx';

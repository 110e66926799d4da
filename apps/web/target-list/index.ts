export { TargetListPage } from './target-list.tsx';

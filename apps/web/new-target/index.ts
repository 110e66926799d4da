export { NewTargetPage } from './new-target.tsx';

export { Workbench } from './workbench.tsx';
export { placeOf } from './task-groups.ts';

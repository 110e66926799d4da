export { changedTargets, targetsWaitingFor, type ChangedTarget } from './concerned.ts';
export { DUTIES, DUTY_TERMS, type Duty } from './duty.ts';
export { openDuties, type OpenDuty } from './open-duties.ts';
export { tasks } from './projection.ts';
export { BOXES, countTodo, listTasks, type Asking, type Box, type TaskItem } from './query.ts';

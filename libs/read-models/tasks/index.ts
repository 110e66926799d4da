export { changedTargets, targetsWaitingFor, type ChangedTarget } from './concerned.ts';
export { DUTY_TERMS } from './duty.ts';
export { openDuties, type OpenDuty } from './open-duties.ts';
export { tasks } from './projection.ts';
export { countTodo, listTasks, type Asking } from './query.ts';

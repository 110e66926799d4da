export { type ProgramMessage, type StopMessage } from './messages.ts';
export { runProgram, type Program, type RunningProgram } from './run-program.ts';

import { type Recorder } from './handle-command.ts';
import { type Assess, type Neighbours, type PersonKeys, type Screen } from './ports.ts';
import { type Register } from './register.ts';

/** What commands to targets and readings of them stand on. */
export interface TargetDesk {
  recorder: Recorder;
  register: Register;
  keys: PersonKeys;
  screen: Screen;
  neighbours: Neighbours;
  assess: Assess;
}

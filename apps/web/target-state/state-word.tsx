import { type TargetState } from '#domain/target';
import { STATE_COLOURS } from '../words/index.ts';
import { stateTerm } from './state-term.ts';

interface StateWordProps {
  target: {
    state: TargetState;
    stage: { name: string; index: number; of: number } | null;
    presented: boolean;
  };
}

/** Where a target stands: a word with a dot. */
export function StateWord({ target }: StateWordProps) {
  return (
    <span className="state-word">
      <span className="state-dot" style={{ background: STATE_COLOURS[target.state] }} aria-hidden />
      {stateTerm(target)}
    </span>
  );
}

import { STATE_TERMS } from '#domain';
import { type TargetState } from '#domain/target';

export interface Standing {
  state: TargetState;
  stage: { name: string; index: number; of: number } | null;
  presented: boolean;
}

/** 待审核（业务股室，第 2/3 级）, 草稿（待单位审核）: the state with who has it now. */
export function stateTerm({ state, stage, presented }: Standing): string {
  const term = STATE_TERMS[state];
  if (stage) return `${term}（${stage.name} ${String(stage.index)}/${String(stage.of)}）`;
  return presented && (state === 'draft' || state === 'returned') ? `${term}（待单位审核）` : term;
}

import { type BatchReply } from '#contracts';

export interface LeftOut {
  id: string;
  name: string;
  /** A sentence. */
  why: string;
}

export interface Outcome {
  done: number;
  left: readonly LeftOut[];
}

type Named = Readonly<{ id: string; name?: string | undefined; unit: { name: string } }>;

/** What became of a batch, in the order asked for, with the names that the person saw. */
export function outcomeOf({ items }: BatchReply, asked: readonly Named[]): Outcome {
  const names = new Map(asked.map(({ id, name, unit }) => [id, name ?? `${unit.name}（未填名称）`]));
  const left = items.flatMap((item): LeftOut[] =>
    item.outcome === 'done'
      ? []
      : [{ id: item.id, name: names.get(item.id) ?? item.id, why: item.problem.detail }],
  );
  return { done: items.length - left.length, left };
}

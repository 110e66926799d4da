import { type HistoryItem } from '#contracts';
import { type PaperOpinion } from '#documents';
import { type TargetEvent, type Stage } from '#domain/target';

type OpinionGiven = Extract<TargetEvent, { type: 'OpinionGiven' }>;

/** The opinions of the latest round, as they go into their boxes: each under its stage, with the day it was given. */
export function opinionsOf(history: readonly HistoryItem[], chain: readonly Stage[]): PaperOpinion[] {
  const start = history.findLastIndex(({ type }) => type === 'TargetSubmitted');
  const given = history.slice(Math.max(start, 0)).filter(({ type }) => type === 'OpinionGiven');
  return given.map(({ data, time, comment }) => {
    const { stage } = data as OpinionGiven;
    const name = chain.find(({ id }) => id === stage)?.name ?? stage;
    return {
      stage: name.endsWith('意见') ? name : `${name}审核意见`,
      ...(comment !== undefined && { comment }),
      date: time.slice(0, 10),
    };
  });
}

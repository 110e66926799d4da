import { type HistoryItem } from '../api/index.ts';

export interface Annotation {
  path: string;
  comment: string;
}

const isAnnotation = (value: unknown): value is Annotation =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  'comment' in value &&
  typeof value.path === 'string' &&
  typeof value.comment === 'string';

/** The annotations that an opinion carries. */
export function annotationsIn({ data }: Pick<HistoryItem, 'data'>): readonly Annotation[] {
  const { annotations } = data;
  return Array.isArray(annotations) ? annotations.filter(isAnnotation) : [];
}

/** Annotations given since the form was last sent in: those that the unit has to answer, or has just answered. */
export function lastAnnotations(items: readonly HistoryItem[]): readonly Annotation[] {
  const sent = items.findLastIndex(({ type }) => type === 'TargetSubmitted');
  return items.slice(Math.max(sent, 0)).flatMap(annotationsIn);
}

export interface LastReturn {
  /** The revision of the return; what comes after answers it. */
  revision: number;
  comment: string;
  by: string;
  annotations: readonly Annotation[];
}

/** The last time the unit got it back, with what was said. */
export function lastReturn(items: readonly HistoryItem[]): LastReturn | null {
  const place = items.findLastIndex(({ type, data }) => type === 'TargetReturned' && data['to'] === 'unit');
  const opinion = items.slice(0, Math.max(place, 0)).findLast(({ type }) => type === 'OpinionGiven');
  const returned = items[place];
  if (!returned || !opinion) return null;
  const { actor, comment = '' } = opinion;
  return {
    revision: returned.revision,
    comment,
    by: `${actor.organisation} ${actor.name}`,
    annotations: annotationsIn(opinion),
  };
}

const PASSED_ON: readonly string[] = [
  'TargetPresented',
  'TargetSubmitted',
  'TargetReturned',
  'TargetHandedBack',
];

/** What the form has come back with, in sentences: from the bureau, and since then from the head of the unit. */
export function saidOnReturn(items: readonly HistoryItem[], isReturned: boolean): string[] {
  const returned = isReturned ? lastReturn(items) : null;
  const last = items.findLast(({ type }) => PASSED_ON.includes(type));
  return [
    ...(returned ? [`退回意见（${returned.by}）：${returned.comment}`] : []),
    ...(last?.type === 'TargetHandedBack'
      ? [`退回经办的意见（${last.actor.name}）：${last.comment ?? ''}`]
      : []),
  ];
}

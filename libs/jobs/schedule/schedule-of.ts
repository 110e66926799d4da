import { v5 } from 'uuid';
import { DEFAULT_REMINDERS, type ReminderSettings } from '#domain/campaign';
import type { Directory } from '#domain/directory';
import type { KnownCampaign } from '#application';
import {
  leadersOver,
  planOf,
  type Part,
  type RemindedTask,
  type Span,
  type Step,
} from '../reminders/index.ts';
import { placeKey, type Owed, type OwedDuty } from './subject.ts';

/** Who there is and what campaigns say, as `Register` folds them. */
export interface Book {
  readonly directory: Directory;
  readonly campaigns: ReadonlyMap<string, KnownCampaign>;
}

/** All that one person is to be told of one task. */
export interface Scheduled {
  task: string;
  recipient: string;
  part: Part;
  duty: Owed;
  /** Empty where it has none. */
  deadline: string;
  steps: readonly Step[];
  unknownYear: number | null;
  settings: ReminderSettings;
}

const NAMESPACE = '5f0d3a56-7a43-5d5e-9c43-72656d696e64';
const ALWAYS: readonly Span[] = [{ from: '0000-01-01', until: '9999-12-31' }];

/** A task is a duty about a target since the target came to where it lies: the same again later is another. */
export const taskOf = (owed: Owed): string =>
  v5(`${owed.target ?? placeKey(owed)} ${owed.duty} ${owed.since}`, NAMESPACE);

export const keyOf = (row: { task: string; recipient: string; part: string }): string =>
  `${row.task} ${row.recipient} ${row.part}`;

/** What the duties ask to be said, by person; nothing in campaigns that are closed. */
export function scheduleOf(duties: readonly Owed[], book: Book, offset: string): Map<string, Scheduled> {
  const scheduled = new Map<string, Scheduled>();
  const settings = settingsIn(book);
  for (const [task, ofTask] of grouped(duties, taskOf)) {
    const [duty] = ofTask;
    const own = duty && settings(duty.campaign);
    if (!duty || !own) continue;
    const byUser = grouped(ofTask, ({ user }) => user);
    const add = (recipient: string, part: Part, spans: readonly Span[]): void => {
      const plan = planOf(remindedOf(duty, part, spans), { settings: own, offset });
      const entry = { task, recipient, part, duty, deadline: duty.deadline ?? '', ...plan, settings: own };
      scheduled.set(keyOf(entry), entry);
    };
    for (const [user, spans] of byUser)
      add(
        user,
        'actor',
        spans.map(({ fromDay, untilDay }) => ({ from: fromDay, until: untilDay })),
      );
    if (duty.deadline !== null)
      for (const leader of leadersOver([...byUser.keys()], book.directory)) add(leader, 'leader', ALWAYS);
  }
  return scheduled;
}

/** In the order of the first of each. */
export function grouped<T>(items: readonly T[], keyFor: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyFor(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Nobody is told that they have to begin, nor that what they began is theirs: the days before the deadline are. */
const OWN: ReadonlySet<OwedDuty> = new Set<OwedDuty>(['fill', 'draft']);

const remindedOf = (duty: Owed, part: Part, spans: readonly Span[]): RemindedTask => ({
  part,
  spans,
  since: duty.since,
  isOwn: OWN.has(duty.duty),
  opens: duty.opens,
  deadline: duty.deadline,
});

/** By campaign, made once so that the steps of its deadlines are; `null` for one that is closed or unknown. */
function settingsIn({ campaigns }: Book): (campaign: string) => ReminderSettings | null {
  const known = new Map<string, ReminderSettings | null>();
  return (id) => {
    const remembered = known.get(id);
    if (remembered !== undefined) return remembered;
    const campaign = campaigns.get(id)?.campaign;
    const settings = campaign?.state === 'open' ? { ...DEFAULT_REMINDERS, ...campaign.reminders } : null;
    known.set(id, settings);
    return settings;
  };
}

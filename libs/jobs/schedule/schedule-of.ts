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

interface Recipient extends Pick<RemindedTask, 'part' | 'spans' | 'isAnnounced'> {
  recipient: string;
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
    for (const { recipient, ...told } of recipientsOf(duty, ofTask, book)) {
      const plan = planOf(remindedOf(duty, told), { settings: own, offset });
      const named = { task, recipient, part: told.part };
      const entry = { ...named, duty, deadline: duty.deadline ?? '', ...plan, settings: own };
      scheduled.set(keyOf(entry), entry);
    }
  }
  return scheduled;
}

/** Those who must act, and whoever is told once they are late. */
function recipientsOf(duty: Owed, ofTask: readonly Owed[], book: Book): Recipient[] {
  const byUser = grouped(ofTask, ({ user }) => user);
  const actors = [...byUser].map(([recipient, spans]): Recipient => {
    const days = spans.map(({ fromDay, untilDay }) => ({ from: fromDay, until: untilDay }));
    return { recipient, part: 'actor', spans: days, isAnnounced: !OWN.has(duty.duty) };
  });
  if (duty.deadline === null) return actors;
  const users = [...byUser.keys()];
  const runners = duty.duty === 'staff' ? othersWhoRun(book, users) : [];
  const leaders = runners.length > 0 ? runners : leadersOver(users, book.directory);
  const isAnnounced = runners.length > 0;
  const leading = { part: 'leader', spans: ALWAYS, isAnnounced } as const;
  return [...actors, ...leaders.map((recipient): Recipient => ({ recipient, ...leading }))];
}

/** Whoever runs the campaigns (绩效股) hears of a unit without people at once, even where its department is asked. */
const othersWhoRun = ({ directory }: Book, users: readonly string[]): string[] =>
  [...directory.people.values()]
    .filter(({ user, roles, left }) => !left && roles.includes('performance') && !users.includes(user))
    .map(({ user }) => user);

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

const remindedOf = (duty: Owed, told: Omit<Recipient, 'recipient'>): RemindedTask => ({
  ...told,
  since: duty.since,
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

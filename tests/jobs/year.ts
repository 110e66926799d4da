import { addDays } from '#jobs';
import { request } from '../../libs/application/given.ts';
import { type Office } from './office.ts';
import { toldInTime, type HeldDuty } from './told-in-time.ts';

const FIRST_DAY = '2027-03-01';
const LAST_DAY = '2027-12-31';
const SUBMISSION = { opens: FIRST_DAY, closes: '2027-03-31' };
const REVIEW = { opens: '2027-04-01', closes: '2027-04-20' };
const DRAFTED_AT = '10:00';
const ACTING_AT = '15:00';

/** What the people of a campaign do about one target, on which day; null: never. */
interface Life {
  target: string;
  presented: string | null;
  submitted: string | null;
  approved: string | null;
}

/** The rest of a year with a campaign: drafts presented, submitted and reviewed in time, late or never. */
export class Year {
  private readonly lives: Life[] = [];

  constructor(private readonly office: Office) {}

  /** Opens the campaign and drafts its targets on the first day. */
  async begin(targets: number): Promise<void> {
    const { office } = this;
    await office.openCampaign('d', { windows: { submission: SUBMISSION, 'review.section': REVIEW } });
    for (let n = 0; n < targets; n += 1) {
      const target = await office.draft('d', `渠道清淤${n}`);
      this.lives.push({ target, ...daysOf(n) });
    }
  }

  /** Day by day: at nine what is due is told, at three people act. `say` hears of the month that begins. */
  async pass(say: (month: string) => void = () => undefined): Promise<void> {
    for (let day = addDays(FIRST_DAY, 1); day <= LAST_DAY; day = addDays(day, 1)) {
      if (day.endsWith('-01')) say(day.slice(0, 7));
      this.office.goTo(`${day} 09:00`);
      await this.office.settled();
      this.office.goTo(`${day} ${ACTING_AT}`);
      if (await this.act(day)) await this.office.settled();
    }
  }

  /** Everything with a deadline that was told, as `target user step day` (the unit where it has no target), and what was to be told by the wall calendar. */
  async told(): Promise<{ told: string[]; expected: string[] }> {
    const { rows } = await this.office.pool.query<{ line: string }>(
      `select coalesce(target::text, unit) || ' ' || recipient || ' ' || step || ' ' ||
         to_char(sent_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as line
       from reminders.message where duty <> 'grant'`,
    );
    const duties = [...this.lives.flatMap(dutiesOf), NEVER_BEGUN, NOBODY];
    const expected = duties.flatMap((duty) => toldInTime(duty, LAST_DAY));
    return { told: rows.map(({ line }) => line).sort(), expected: expected.sort() };
  }

  private async act(day: string): Promise<boolean> {
    const { application } = this.office.county;
    let hasActed = false;
    for (const { target, presented, submitted, approved } of this.lives) {
      const acts = [
        presented === day && (() => application.send(target, { type: 'PresentTarget' }, request('clerk'))),
        submitted === day &&
          (() => application.send(target, { type: 'SubmitTarget', answers: [] }, request('head'))),
        approved === day && (() => application.send(target, APPROVAL, request('section'))),
      ];
      for (const act of acts) {
        if (!act) continue;
        await act();
        hasActed = true;
      }
    }
    return hasActed;
  }
}

/** The unit of 102 drafts nothing all year; nobody leads it but its clerk, and the bureau has no leaders. */
const NEVER_BEGUN: HeldDuty = {
  target: '102',
  user: 'stranger',
  leader: null,
  from: `${FIRST_DAY} ${DRAFTED_AT}`,
  until: null,
  opens: SUBMISSION.opens,
  deadline: SUBMISSION.closes,
  isOwn: true,
};

/** 101 has nobody, and its department neither: whoever runs the campaign is asked to find somebody. */
const NOBODY: HeldDuty = {
  ...NEVER_BEGUN,
  target: '101',
  user: 'performance',
  leader: 'auditor',
  isOwn: false,
};

const APPROVAL = { type: 'GiveOpinion', decision: 'approve', comment: '同意', annotations: [] } as const;
const FORGOTTEN_EVERY = 50;

/** Presented and submitted in time, since a window that has closed takes nothing; reviewed in time or late; some forget. */
function daysOf(n: number): Omit<Life, 'target'> {
  const presented = addDays(FIRST_DAY, 2 + (n % 26));
  const submitted = addDays(presented, n % 3);
  const approved = addDays(submitted, 1 + (n % 45));
  if (n % FORGOTTEN_EVERY === 7) return { presented: null, submitted: null, approved: null };
  if (n % FORGOTTEN_EVERY === 23) return { presented, submitted: null, approved: null };
  return { presented, submitted, approved };
}

function dutiesOf({ target, presented, submitted, approved }: Life): HeldDuty[] {
  const at = (day: string | null): string | null => (day === null ? null : `${day} ${ACTING_AT}`);
  const duty = (
    user: string,
    leader: string | null,
    from: string | null,
    until: string | null,
  ): HeldDuty[] =>
    from === null ? [] : [{ target, user, leader, from, until, isOwn: user === 'clerk', ...windowOf(user) }];
  return [
    ...duty('clerk', 'head', `${FIRST_DAY} ${DRAFTED_AT}`, at(presented)),
    ...duty('head', 'clerk', at(presented), at(submitted)),
    ...duty('section', null, at(submitted), at(approved)),
  ].filter(({ from, until }) => from !== until);
}

function windowOf(user: string): { opens: string; deadline: string } {
  const { opens, closes } = user === 'section' ? REVIEW : SUBMISSION;
  return { opens, deadline: closes };
}

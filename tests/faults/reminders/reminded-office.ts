import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type Channel } from '#jobs';
import { Office } from '../../jobs/office.ts';

const TARGETS = 5;
const DEADLINE = '2027-03-31';
const BEFORE = ['d-7', 'd-3', 'd-1', 'd0'] as const;
const DAYS_BEFORE = [7, 3, 1, 0] as const;
const ESCALATES_AFTER = 3;

/** What was lost or told twice, of all that was to be told. */
export interface Losses {
  told: number;
  lost: number;
  doubled: number;
  mailed: number;
  mailLost: number;
  mailDoubled: number;
  /** Attempts that the record itself says may have arrived twice. */
  doubtful: number;
}

/** An office with a few drafts whose clerk has mail sent; one step of their reminders after the other becomes due. */
export class RemindedOffice {
  private rounds = 0;

  private constructor(
    readonly office: Office,
    private readonly folder: string,
    private readonly targets: readonly string[],
  ) {}

  static async open(): Promise<RemindedOffice> {
    const office = await Office.open();
    await office.pool.query(
      `insert into reminders.preference values ('clerk', 'clerk@example.gov.cn', 'each', '{}')`,
    );
    await office.openCampaign('d', { windows: { submission: { opens: '2027-03-01', closes: DEADLINE } } });
    const targets: string[] = [];
    for (let n = 0; n < TARGETS; n += 1) targets.push(await office.draft('d', `渠道清淤${String(n)}`));
    const reminded = new RemindedOffice(office, mkdtempSync(join(tmpdir(), 'mubiao-mails-')), targets);
    writeFileSync(reminded.mails, '');
    return reminded;
  }

  get mails(): string {
    return join(this.folder, 'accepted');
  }

  /** A provider that takes everything. */
  get mail(): Channel {
    return {
      name: 'mail',
      send: ({ id }) => {
        appendFileSync(this.mails, `${id}\n`);
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    };
  }

  /** The next day on which something is due; later `minutes` after that. */
  nextDay(): { at: (minutes: number) => string } {
    const day = addDays(DEADLINE, daysAfter(this.rounds));
    this.rounds += 1;
    return { at: (minutes) => `${day} 09:${String(minutes).padStart(2, '0')}` };
  }

  /** What the clerk and, of what is overdue, the head were to be told until now, held against what they were. */
  async losses(): Promise<Losses> {
    const { rows } = await this.office.pool.query<{ key: string; mail: string | null; doubtful: number }>(
      `select coalesce(m.target::text, m.unit) || ' ' || m.recipient || ' ' || m.step as key, d.message_id as mail,
         coalesce(d.doubtful, 0) as doubtful
       from reminders.message m left join reminders.delivery d on d.message = m.id and d.state = 'sent'`,
    );
    const accepted = readFileSync(this.mails, 'utf8').split('\n').filter(Boolean);
    const arrived = new Set(accepted);
    const told = new Set(rows.map(({ key }) => key));
    const toMail = rows.filter(({ key }) => key.includes(' clerk '));
    return {
      told: rows.length,
      lost: this.expected().filter((key) => !told.has(key)).length,
      doubled: rows.length - told.size,
      mailed: accepted.length,
      mailLost: toMail.filter(({ mail }) => mail === null || !arrived.has(mail)).length,
      mailDoubled: accepted.length - arrived.size,
      doubtful: rows.reduce((sum, { doubtful }) => sum + doubtful, 0),
    };
  }

  async close(): Promise<void> {
    await this.office.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private expected(): string[] {
    const isEscalated = daysAfter(this.rounds - 1) >= ESCALATES_AFTER;
    const steps = Array.from({ length: this.rounds }, (_, n) => stepOf(n));
    // The unit of 102 has drafted nothing, that of 101 has nobody.
    return [
      ...steps.flatMap((step) => [`102 stranger ${step}`, `101 performance ${step}`]),
      ...this.targets.flatMap((target) => [
        ...steps.map((step) => `${target} clerk ${step}`),
        ...(isEscalated ? [`${target} head escalation`] : []),
      ]),
    ];
  }
}

/** Days after the deadline of the n-th round: seven, three, one before, the day, then daily. */
const daysAfter = (round: number): number => {
  const before = DAYS_BEFORE[round];
  return before === undefined ? round - DAYS_BEFORE.length + 1 : -before;
};

const stepOf = (round: number): string => BEFORE[round] ?? `overdue-${String(daysAfter(round))}`;

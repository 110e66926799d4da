import { type Reply, type Visitor } from '../http/visitor.ts';
import { corrected } from './corrections.ts';

export interface People {
  clerk: Visitor;
  head: Visitor;
  department: Visitor;
  section: Visitor;
  performance: Visitor;
  leader: Visitor;
  auditor: Visitor;
}

export const PHRASE = '同意申报，请严格按照绩效目标组织实施';

/** One real form on its way through the county; remembers the revision it saw last, as a browser does. */
export class Journey {
  id = '';
  revision = 0;
  position = '';

  constructor(private readonly people: People) {}

  async draft(campaignId: string, unitCode: string, form: object): Promise<void> {
    const reply = await this.people.clerk.post('/api/targets', { campaignId, unitCode, form });
    expect([reply.status, reply.body['errors'] ?? []]).toEqual([201, []]);
    this.id = String(reply.body['id']);
    this.took(reply);
  }

  /** A command that must succeed. */
  async do(who: keyof People, what: string, body: unknown): Promise<void> {
    const reply = await this.try(who, what, body);
    expect([what, reply.status, reply.body['detail'], reply.body['errors']]).toEqual([
      what,
      200,
      undefined,
      undefined,
    ]);
    this.took(reply);
  }

  try(who: keyof People, what: string, body: unknown): Promise<Reply> {
    return this.people[who].command(this.id, this.revision, what, body);
  }

  async revise(form: object): Promise<void> {
    const reply = await this.people.clerk.put(
      `/api/targets/${this.id}/form`,
      { form },
      { 'if-match': `"${String(this.revision)}"` },
    );
    expect([reply.status, reply.body['errors']]).toEqual([200, undefined]);
    this.took(reply);
  }

  async read(): Promise<Reading> {
    const reply = await this.people.auditor.get(`/api/targets/${this.id}`);
    expect(reply.status).toBe(200);
    return reply.body as unknown as Reading;
  }

  /** Refused while errors are left; then corrected in a listed revision and submitted. Answers what was corrected. */
  async submitOnceClean(): Promise<string[]> {
    const { findings, form } = await this.read();
    const errors = findings.filter(({ severity }) => severity === 'error');
    let made: string[] = [];
    if (errors.length > 0) {
      const refused = await this.try('head', 'submission', {});
      expect([refused.status, refused.body.code]).toEqual([422, 'ErrorsLeft']);
      await this.do('head', 'hand-back', { comment: '请按预审提示改正。' });
      const correction = corrected(
        form,
        errors.map(({ code }) => code),
      );
      made = correction.made;
      await this.revise(correction.form);
      await this.do('clerk', 'presentation', {});
    }
    await this.do('head', 'submission', {});
    return made;
  }

  /** Actual values as a unit would give them; where a person has to score, the unit does so after being told. */
  async selfEvaluate(): Promise<void> {
    const { form } = await this.read();
    const actuals = (form.indicators ?? []).map(({ id, value }): ActualGiven => ({
      indicatorId: id,
      actual: value ?? '达成',
    }));
    const body = { paid: '10', budget: '10', actuals };
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const reply = await this.try('clerk', 'self-evaluation', body);
      if (reply.status === 200) {
        this.took(reply);
        return;
      }
      expect([reply.status, reply.body['detail']]).toEqual([422, expect.any(String)]);
      for (const error of reply.body['errors'] as { path: string; message: string }[]) answer(actuals, error);
    }
    throw new Error('The self-evaluation was never accepted.');
  }

  private took(reply: Reply): void {
    this.revision = Number(reply.body.revision);
    this.position = String(reply.body['position']);
  }
}

export interface Reading {
  state: string;
  revision: number;
  form: { kind: string; indicators?: { id: string; value?: string }[] };
  findings: { code: string; severity: string; path: string }[];
  evaluation?: { total: string; grade: string };
}
interface ActualGiven {
  indicatorId: string;
  actual: string;
  points?: string;
  reason?: string;
}

/** The reply names the row and, in its sentence, the full marks: 满分 12.86 分. */
function answer(actuals: ActualGiven[], { path, message }: { path: string; message: string }): void {
  const given = actuals.find(({ indicatorId }) => path.startsWith(`/actuals/${indicatorId}`));
  if (!given) throw new Error(`Nothing was given at ${path}: ${message}`);
  const full = /满分 ([\d.]+) 分/.exec(message)?.[1];
  if (full !== undefined) given.points = full;
  given.reason = '按佐证材料评分，工作按计划完成。';
}

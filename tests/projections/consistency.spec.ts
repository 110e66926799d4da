import { listTargets, listTasks, type ReadModels } from '#read-models';
import { type Duty } from '#contracts';
import { type TargetCommandType } from '#domain/target';
import { request } from '../../libs/application/given.ts';
import { formNamed, targetThat, viewedCounty, type ViewedCounty } from './county.ts';

let county: ViewedCounty;
let views: ReadModels;
let scopeFor: ViewedCounty['scopeFor'];
let ids: string[];
const USERS = ['clerk', 'head', 'stranger', 'section', 'performance', 'auditor'];

/** One target for every place in its life. */
beforeAll(async () => {
  county = await viewedCounty();
  ({ views, scopeFor } = county);
  const lives = [
    [],
    ['present'],
    ['present', 'submit'],
    ['present', 'submit', 'section'],
    ['present', 'submit', 'section', 'performance'],
    ['present', 'submit', 'section', 'performance', 'grant'],
  ] as const;
  ids = [];
  for (const [number, deeds] of lives.entries())
    ids.push((await targetThat(county, formNamed(`目标${number}`), ...deeds)).id);
  const send = county.application.send.bind(county.application);
  const returned = await targetThat(county, formNamed('退回的'), 'present', 'submit');
  const opinion = { type: 'GiveOpinion', comment: '补充', annotations: [] } as const;
  await send(returned.id, { ...opinion, decision: 'return' }, request('section'));
  const rejected = await targetThat(county, formNamed('不通过的'), 'present', 'submit');
  await send(rejected.id, { ...opinion, decision: 'reject' }, request('section'));
  const handedOn = await targetThat(county, formNamed('转办的'), 'present', 'submit');
  const to = { user: 'performance', name: '' };
  await send(handedOn.id, { type: 'TransferReview', to, reason: '出差' }, request('section'));
  const copied = await targetThat(county, formNamed('抄送的'));
  await send(
    copied.id,
    { type: 'CopyTarget', to: [{ user: 'stranger', name: '' }], note: '' },
    request('clerk'),
  );
  ids.push(returned.id, rejected.id, handedOn.id, copied.id);
  const head = (await county.store.head()) ?? '';
  for (const view of ['target-list', 'tasks'] as const)
    expect(await views.waitFor(view, head)).toMatchObject({ stale: false });
});
afterAll(() => county.close());

const read = (id: string, user: string) => county.application.targets.read(id, user);

/** Which command a person with the duty may send. */
const COMMAND_OF: Partial<Record<Duty, TargetCommandType>> = {
  fill: 'ReviseForm',
  revise: 'ReviseForm',
  submit: 'SubmitTarget',
  review: 'GiveOpinion',
  grant: 'GrantTarget',
  disclose: 'DiscloseTarget',
  'self-evaluate': 'SubmitSelfEvaluation',
  verify: 'ConfirmEvaluation',
};

describe('读模型与事件一致', () => {
  it('清单上的每一项都与由事件折出的目标相同', async () => {
    const { items, total } = await listTargets(views.db, {}, scopeFor('auditor'), { limit: 200 });
    expect(total).toBe(ids.length);
    for (const item of items) {
      const { target, revision } = await read(item.id, 'auditor');
      expect(item).toMatchObject({
        revision,
        state: target.state,
        round: target.round,
        presented: target.presented,
        campaignId: target.campaignId,
        fiscalYear: target.fiscalYear,
        unit: target.unit,
        department: target.department,
        kind: target.form.kind,
      });
      expect(item.stage?.id ?? null).toBe(target.stage);
    }
  });

  it.each(USERS)('%s 在清单上看到的，正是其有权查看的', async (user) => {
    const { items } = await listTargets(views.db, {}, scopeFor(user), { limit: 200 });
    const readable = await Promise.all(
      ids.map((id) =>
        read(id, user).then(
          () => [id],
          () => [],
        ),
      ),
    );
    expect(items.map(({ id }) => id).sort()).toEqual(readable.flat().sort());
  });

  it.each(USERS)('%s 的待办，正是其此刻可以办的', async (user) => {
    const { items } = await listTasks(views.db, { box: 'todo', day: '2026-11-01' }, scopeFor(user), {
      limit: 200,
    });
    for (const { target, duty } of items) {
      const command = duty && COMMAND_OF[duty];
      if (!command) throw new Error(`A duty without a command: ${duty ?? ''}`);
      const { allowed } = await read(target.id, user);
      expect([target.name, command, allowed.includes(command)]).toEqual([target.name, command, true]);
    }
    const reviewing = items.filter(({ duty }) => duty === 'review').map(({ target }) => target.id);
    const mayReview = await Promise.all(
      ids.map(async (id) => {
        const none: readonly TargetCommandType[] = [];
        const allowed = await read(id, user).then(
          (reading) => reading.allowed,
          () => none,
        );
        return allowed.includes('GiveOpinion') ? [id] : [];
      }),
    );
    expect(reviewing.sort()).toEqual(mayReview.flat().sort());
  });

  it('每个条件都能筛选，条件之间同时成立', async () => {
    const scope = scopeFor('auditor');
    const count = async (filter: Parameters<typeof listTargets>[1]) =>
      (await listTargets(views.db, filter, scope)).total;
    expect(await count({ state: 'draft' })).toBe(3);
    expect(await count({ kind: 'project', year: 2027, campaign: 'c' })).toBe(ids.length);
    expect(await count({ kind: 'overall' })).toBe(0);
    expect(await count({ department: '101', unit: '101002', state: 'granted' })).toBe(1);
    expect(await count({ department: '102' })).toBe(0);
    expect(await count({ q: '转办的' })).toBe(1);
    expect(await count({ q: '转' })).toBe(1);
    expect(await count({ q: '河道管理' })).toBe(ids.length);
    expect(await count({ q: '转办%' })).toBe(0);
    expect(await count({ q: '抄送的', state: 'granted' })).toBe(0);
  });

  it('抄送我的只在被抄送人处', async () => {
    const boxOf = async (user: string) => {
      const { items } = await listTasks(views.db, { box: 'copied', day: '2026-11-01' }, scopeFor(user));
      return items.map(({ target }) => target.name);
    };
    expect(await boxOf('stranger')).toEqual(['抄送的']);
    expect(await boxOf('clerk')).toEqual([]);
  });
});

import { request } from '../../libs/application/given.ts';
import { listTargets, listTasks, searchIndicators, timelineOf, type ReadModels } from '#read-models';
import { formNamed, targetThat, viewedCounty, type ViewedCounty } from './county.ts';

let county: ViewedCounty;
let views: ReadModels;
let scopeFor: ViewedCounty['scopeFor'];

beforeAll(async () => {
  county = await viewedCounty();
  ({ views, scopeFor } = county);
});
afterAll(() => county.close());

const day = '2026-11-01';
const todoOf = async (user: string) => {
  const { items } = await listTasks(views.db, { box: 'todo', day }, scopeFor(user), { limit: 200 });
  return items.map(({ target, duty }) => `${target.name ?? ''} ${duty ?? ''}`);
};

describe('读模型', () => {
  it('自己刚送出的命令，清单上立即可见', async () => {
    const { id, position } = await targetThat(county, formNamed('河道保洁'), 'present', 'submit');
    const reached = await views.waitFor('target-list', position);
    expect(reached.stale).toBe(false);
    const { items } = await listTargets(views.db, { q: '保洁里' }, scopeFor('performance'));
    expect(items.find((item) => item.id === id)).toMatchObject({
      state: 'in-review',
      stage: { id: 'section', name: '业务股室', index: 1, of: 2 },
      name: '河道保洁',
      amount: '12.5',
      unit: { code: '101002', name: '河道管理站' },
      revision: 2,
    });
  });

  it('各岗位只看到本岗位范围内的目标', async () => {
    const { position } = await targetThat(county, formNamed('堤防维护'));
    await views.waitFor('target-list', position);
    const seen = async (user: string) =>
      (await listTargets(views.db, { q: '堤防维护' }, scopeFor(user))).total;
    expect(await Promise.all(['clerk', 'section', 'auditor', 'stranger'].map(seen))).toEqual([1, 1, 1, 0]);
  });

  it('待办随流程走到下一个人手里', async () => {
    const { position } = await targetThat(county, formNamed('水闸检修'));
    await views.waitFor('tasks', position);
    expect(await todoOf('clerk')).toContain('水闸检修 fill');
    const next = await targetThat(county, formNamed('泵站改造'), 'present', 'submit', 'section');
    await views.waitFor('tasks', next.position);
    expect(await todoOf('section')).not.toContain('泵站改造 review');
    expect(await todoOf('performance')).toContain('泵站改造 review');
  });

  it('单位负责人退回经办的，经办的待办说的是修改，再提交后不再有', async () => {
    const { id } = await targetThat(county, formNamed('渠道防渗'), 'present');
    const back = { type: 'HandBackTarget', comment: '请补齐支出' } as const;
    const { position } = await county.application.send(id, back, request('head'));
    await views.waitFor('tasks', position ?? '');
    expect(await todoOf('clerk')).toContain('渠道防渗 revise');
    const again = await county.application.send(id, { type: 'PresentTarget' }, request('clerk'));
    await views.waitFor('tasks', again.position ?? '');
    expect(await todoOf('clerk')).not.toContain('渠道防渗 revise');
  });

  it('人员岗位变动后，待办跟着变', async () => {
    const { position } = await targetThat(county, formNamed('山塘清淤'), 'present', 'submit');
    await views.waitFor('tasks', position);
    expect(await todoOf('section')).toContain('山塘清淤 review');
    const { application } = county;
    await application.sendToDirectory(
      {
        type: 'RegisterPerson',
        user: 'second',
        username: 'second',
        name: '李某',
        post: '科员',
        place: { section: 'farm' },
        leads: false,
      },
      request('installation'),
    );
    const granted = await application.sendToDirectory(
      { type: 'GrantRole', user: 'second', role: 'section' },
      request('installation'),
    );
    await views.waitFor('tasks', granted.position ?? '');
    expect(await todoOf('second')).toContain('山塘清淤 review');
    const revoked = await application.sendToDirectory(
      { type: 'RevokeRole', user: 'second', role: 'section' },
      request('installation'),
    );
    await views.waitFor('tasks', revoked.position ?? '');
    expect(await todoOf('second')).toEqual([]);
  });

  it('单位没有人能办时，待办到主管部门、绩效股，请其落实人员；有人接手即归其本人', async () => {
    const { position } = await targetThat(county, formNamed('涵闸更新'));
    await views.waitFor('tasks', position);
    const duty = { user: 'clerk', role: 'clerk' } as const;
    const { application } = county;
    const revoked = await application.sendToDirectory(
      { type: 'RevokeRole', ...duty },
      request('installation'),
    );
    await views.waitFor('tasks', revoked.position ?? '');
    expect(await todoOf('clerk')).not.toContain('涵闸更新 fill');
    expect(await todoOf('performance')).toContain('涵闸更新 staff');
    const granted = await application.sendToDirectory(
      { type: 'GrantRole', ...duty },
      request('installation'),
    );
    await views.waitFor('tasks', granted.position ?? '');
    expect(await todoOf('clerk')).toContain('涵闸更新 fill');
    expect(await todoOf('performance')).not.toContain('涵闸更新 staff');
  });

  it('已办、我发起的各归各的', async () => {
    const { position } = await targetThat(county, formNamed('灌渠防渗'), 'present', 'submit', 'section');
    await views.waitFor('tasks', position);
    const namesIn = async (user: string, box: 'done' | 'mine') =>
      (await listTasks(views.db, { box, day }, scopeFor(user))).items.map(({ target }) => target.name);
    expect(await namesIn('section', 'done')).toContain('灌渠防渗');
    expect(await namesIn('clerk', 'mine')).toContain('灌渠防渗');
    expect(await namesIn('section', 'mine')).toEqual([]);
  });

  it('只看一个批次时，待办、已办都只有这个批次的', async () => {
    const { position } = await targetThat(county, formNamed('水闸养护'), 'present', 'submit');
    await views.waitFor('tasks', position);
    const namesOf = async (user: string, box: 'todo' | 'mine', campaign: string) =>
      (await listTasks(views.db, { box, day, campaign }, scopeFor(user), { limit: 200 })).items.map(
        ({ target }) => target.name,
      );
    const { items } = await listTargets(views.db, { q: '水闸养护' }, scopeFor('performance'));
    const campaign = items[0]?.campaignId ?? '';
    expect(await namesOf('section', 'todo', campaign)).toContain('水闸养护');
    expect(await namesOf('clerk', 'mine', campaign)).toContain('水闸养护');
    expect(await namesOf('section', 'todo', 'another')).toEqual([]);
    expect(await namesOf('clerk', 'mine', 'another')).toEqual([]);
  });

  it('时间线一事一行：谁、何时、做了什么', async () => {
    const { id, position } = await targetThat(county, formNamed('白蚁防治'), 'present', 'submit', 'section');
    await views.waitFor('timeline', position);
    const { items, total } = await timelineOf(views.db, id);
    expect(total).toBe(5);
    expect(items.map(({ label }) => label)).toEqual([
      '建立草稿',
      '提交单位审核',
      '送审',
      '审核意见',
      '转入下一级',
    ]);
    expect(items[3]).toMatchObject({
      comment: '同意',
      outcome: 'approve',
      actor: { organisation: '农业股' },
    });
  });

  it('指标库按名称查得到所有用过的指标，并给出指标值的分布', async () => {
    await targetThat(county, formNamed('测站一', '水位观测次数'));
    const { position } = await targetThat(county, formNamed('测站二', '水位观测次数'));
    await views.waitFor('indicator-library', position);
    const { items } = await searchIndicators(views.db, { q: '观测次' });
    expect(items).toEqual([
      {
        name: '水位观测次数',
        level1: '产出指标',
        level2: '数量指标',
        unit: '公里',
        uses: 2,
        units: 1,
        years: [2027],
        spread: { numbers: 2, least: '120', median: '120', greatest: '120' },
        values: ['≥120'],
        scoringRule: '每少1%扣1分，扣完为止。',
      },
    ]);
    const alike = async (like: string) =>
      (await searchIndicators(views.db, { like })).items.map(({ name }) => name);
    expect(await alike('观测水位的次数')).toEqual(['水位观测次数']);
    expect(await alike('参训人员次数')).not.toContain('水位观测次数');
  });

  it('只有名称、没有填指标值的指标也查得到，指标值为空', async () => {
    const indicators = [{ level1: '产出指标', name: '堤顶巡查里程' }];
    const { position } = await targetThat(county, { ...formNamed('测站三'), indicators });
    await views.waitFor('indicator-library', position);
    const { items } = await searchIndicators(views.db, { q: '堤顶巡查' });
    expect(items).toMatchObject([{ name: '堤顶巡查里程', uses: 1, values: [] }]);
  });

  it('清单分页不重不漏', async () => {
    await views.waitFor('target-list', (await county.store.head()) ?? '');
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listTargets(views.db, {}, scopeFor('auditor'), { limit: 3, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
      expect(page.total).toBeGreaterThan(5);
    } while (cursor !== undefined);
    const whole = await listTargets(views.db, {}, scopeFor('auditor'), { limit: 200 });
    expect(seen).toEqual(whole.items.map(({ id }) => id));
  });

  it('电话、联系人不进任何读模型', async () => {
    const head = (await county.store.head()) ?? '';
    for (const view of ['tasks', 'timeline', 'indicator-library'] as const) await views.waitFor(view, head);
    const { rows } = await views.db.query<{ place: string }>(
      `select table_schema || '.' || table_name as place from information_schema.tables
       where table_schema like 'read\\_%'`,
    );
    for (const { place } of rows) {
      const found = await views.db.query(`select 1 from ${place} x where x::text ~ '周宁|ciphertext|139000'`);
      expect([place, found.rowCount]).toEqual([place, 0]);
    }
    expect(rows.length).toBeGreaterThan(8);
  });
});

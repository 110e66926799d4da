import { type Page } from 'playwright-core';
import { PASSWORD } from '../end-to-end/running-system.ts';
import { signIn, type Office } from './office.ts';

/** The ways in: by name and password, by one click in the demo, by a link for the first password. */
export function doors(office: () => Office): void {
  it('密码不对：说明原因，填的用户名还在', async () => {
    const page = await office().screen();
    await office().go(page, '/targets?state=granted');
    await page.getByLabel('用户名').fill('leader');
    await page.getByLabel('密码', { exact: true }).fill('not-the-password');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await office().shoot(page, 'sign-in');
    expect(await page.getByLabel('用户名').inputValue()).toBe('leader');
    await signIn(page, 'leader');
    await page.getByRole('heading', { name: '目标清单' }).waitFor();
    expect(new URL(page.url()).search).toBe('?state=granted');
  });

  it('演示系统：点一个岗位直接进入', async () => {
    const page = await office().screen('phone');
    await office().go(page, '/');
    await page
      .getByRole('region', { name: /演示系统/ })
      .getByRole('button')
      .first()
      .waitFor();
    await office().shoot(page, 'demo-phone');
    await page
      .getByRole('region', { name: /演示系统/ })
      .getByRole('button')
      .first()
      .click();
    await page.getByRole('heading', { name: '工作台' }).waitFor();
  });

  it('用过或不对的链接设不了密码，并说明怎么办', async () => {
    const page = await office().screen();
    await office().go(page, '/first-password#no-such-token');
    await page.getByLabel('新密码').fill('a-long-password-2027');
    await page.getByLabel('再输一遍').fill('a-long-password-2028');
    await page.getByRole('button', { name: '设置密码' }).click();
    await page.getByText('两遍输入的密码不一样').waitFor();
    await page.getByLabel('再输一遍').fill('a-long-password-2027');
    await page.getByRole('button', { name: '设置密码' }).click();
    await page.getByText(/链接无效、已用过或已过期/).waitFor();
    await office().shoot(page, 'first-password');
  });

  it('安全管理员给出链接，本人设好密码，用新密码登录；链接只能用一次', async () => {
    const security = await office().as('security', '/security');
    const row = security.getByRole('row').filter({ hasText: 'head2' });
    await row.getByRole('button', { name: '密码链接' }).click();
    const link = (await security.getByRole('dialog').locator('code').textContent()) ?? '';
    const page = await office().screen('phone');
    for (const times of ['first', 'second']) {
      // Only what stands behind # differs from the address before: the browser would not load the page anew.
      await page.goto('about:blank');
      await page.goto(link);
      await page.getByLabel('新密码').fill('望川县的新密码2027');
      await page.getByLabel('再输一遍').fill('望川县的新密码2027');
      await page.getByRole('button', { name: '设置密码' }).click();
      if (times === 'first') await page.getByText('密码已设置，请用新密码登录').waitFor();
      else await page.getByText(/链接无效、已用过或已过期/).waitFor();
    }
    await office().go(page, '/');
    await signIn(page, 'head2', '望川县的新密码2027');
    await page.getByRole('heading', { name: '工作台' }).waitFor();
  });

  it('还没有授予岗位的人，看到请谁授予', async () => {
    const page = await office().as('leader');
    await page.route('**/api/me', async (route) => {
      const reply = await route.fetch();
      await route.fulfill({ response: reply, json: { ...((await reply.json()) as object), roles: [] } });
    });
    await page.reload();
    await page.getByText('您还没有岗位').waitFor();
    await page.getByText(/请联系安全管理员授予岗位/).waitFor();
  });

  it('打开没有公开的目标：说明原因，可以去看已公开的', async () => {
    const stranger = await office().screen();
    await office().go(stranger, '/public/00000000-0000-4000-8000-000000000000');
    await stranger.getByRole('alert').getByRole('link', { name: '查看已公开的绩效目标' }).click();
    await stranger.getByRole('heading', { name: '预算绩效目标公开' }).waitFor();
  });

  it('本人修改密码：现在的密码不对说在那一栏，改好后这里不用重新登录，别处的登录都已退出', async () => {
    const changed = '望川县再换的密码2027';
    const [page, elsewhere] = [await office().screen(), await office().screen()];
    for (const one of [page, elsewhere]) {
      await office().go(one, '/');
      await signIn(one, 'security');
      await one.locator('.frame-person').waitFor();
    }
    await page.locator('.frame-person').click();
    await page.getByRole('menuitem', { name: '修改密码' }).click();
    const dialog = page.getByRole('dialog', { name: '修改密码' });
    await dialog.getByLabel('现在的密码').fill('not-the-password');
    for (const label of ['新密码', '再输一遍']) await dialog.getByLabel(label).fill(changed);
    await dialog.getByRole('button', { name: '修改密码' }).click();
    await dialog.getByText('现在的密码不对').waitFor();
    await office().shoot(page, 'change-password');
    await dialog.getByLabel('现在的密码').fill(PASSWORD);
    const listensOn = page.waitForResponse('**/api/events*');
    await dialog.getByRole('button', { name: '修改密码' }).click();
    await page.getByText('密码已修改').waitFor();
    expect((await listensOn).status()).toBe(200);
    expect(await page.getByText('登录已过期').count()).toBe(0);
    await page.reload();
    await page.locator('.frame-person').waitFor();
    await elsewhere.reload();
    await elsewhere.getByLabel('用户名').waitFor();
    // Others of these tests sign in by the one that all have.
    await page.evaluate(`fetch('/api/me/password', { method: 'PUT', headers: { 'content-type': 'application/json' },
      body: ${JSON.stringify(JSON.stringify({ current: changed, password: PASSWORD }))} })`);
    office().forget('security');
  });

  it('绩效股登记专项总额：粘贴两列，读不懂的说明在哪一行', async () => {
    const page = await office().as('performance', '/campaigns');
    await page.getByRole('button', { name: '专项总额' }).first().click();
    const dialog = page.getByRole('dialog', { name: '登记专项总额' });
    const lines = dialog.getByLabel(/专项名称和总额/);
    await lines.fill('义务教育专项\t很多');
    await dialog.getByRole('button', { name: '登记专项总额' }).click();
    await dialog.getByText(/第 1 行“义务教育专项.*很多”/).waitFor();
    await lines.fill('义务教育专项\t1,286.5');
    await dialog.getByRole('button', { name: '登记专项总额' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '专项总额' }).first().click();
    expect(await lines.inputValue()).toBe('义务教育专项 1286.5');
    await office().shoot(page, 'fund-totals');
  });

  it('队列只给系统管理员看；别人得到说明', async () => {
    const stranger = await office().screen();
    await office().go(stranger, '/admin/queues');
    await stranger.getByText('请先登录').waitFor();
    const clerk = await office().as('clerk', '/admin/queues');
    await clerk.getByText('AccessDenied').waitFor();
    const page = await office().as('admin', '/inbox?tab=channels');
    await page.getByRole('link', { name: '队列' }).click();
    for (const queue of ['reminders', 'deliveries'])
      await page.getByRole('link', { name: queue }).first().waitFor();
    await office().shoot(page, 'queues');
  });

  it('在页头选定批次：清单和进度都只看它，重新打开仍在，退出后不再', async () => {
    const page = await office().screen();
    await office().go(page, '/targets?state=evaluated');
    await signIn(page, 'leader');
    const all = await countShown(page);
    await page.getByRole('button', { name: '年度批次：全部批次' }).click();
    await page.getByRole('menuitem', { name: '2027年度预算绩效目标' }).click();
    // Last year's are evaluated, this year's at most as far as other tests have brought them.
    await page.getByText(`共 ${String(all)} 个`, { exact: true }).waitFor({ state: 'detached' });
    expect(await countShown(page)).toBeLessThan(all);
    await page.reload();
    expect(await countShown(page)).toBeLessThan(all);
    await page.getByRole('button', { name: '年度批次：2027年度预算绩效目标' }).click();
    await page.getByRole('menuitem', { name: /^2026年度/ }).click();
    await page.locator('.target-table').getByText('评价完成').first().waitFor();
    await page.getByRole('link', { name: '进度', exact: true }).click();
    await page
      .locator('.page-head')
      .getByText(/^2026年度/)
      .waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Excel' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^2026年度.*进度.*\.xlsx$/);
    await page.locator('.frame-person').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await signIn(page, 'leader');
    await page.getByRole('button', { name: '年度批次：全部批次' }).waitFor();
  });

  it('工作台的地址里带着批次：看全部批次即看全部', async () => {
    const { body } = await (await office().system.as('leader')).get('/api/campaigns');
    const last = (body['items'] as { id: string; fiscalYear: number }[]).find(
      ({ fiscalYear }) => fiscalYear === 2026,
    );
    const page = await office().as('leader', `/?campaign=${last?.id ?? ''}`);
    await page.getByRole('button', { name: /^年度批次：2026年度/ }).waitFor();
    await page.getByRole('button', { name: '看全部批次' }).click();
    await page.getByRole('button', { name: '年度批次：全部批次' }).waitFor();
    expect(await page.getByText('这里只列所选批次的事项').count()).toBe(0);
    expect(new URL(page.url()).searchParams.has('campaign')).toBe(false);
  });

  it('审计在回放页生成并取走审计包', async () => {
    const { body } = await (await office().system.as('auditor')).get('/api/targets?state=evaluated&limit=1');
    const [target] = body['items'] as { id: string }[];
    const page = await office().as('auditor', `/targets/${target?.id ?? ''}/replay`);
    await page.getByRole('button', { name: '生成审计包' }).click();
    const link = page.getByRole('link', { name: '下载审计包（zip）' });
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const verified = await office().system.mubiao('verify', await file.path());
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.out).toContain('"intact":true');
  });

  it('在人员菜单里换深色，重新打开仍是深色', async () => {
    const page = await office().as('section');
    await page.locator('.frame-person').click();
    await page.getByRole('menuitem', { name: '深色' }).click();
    await page.locator('html[data-theme=dark]').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });
}

/** How many targets the list says that there are. */
async function countShown(page: Page): Promise<number> {
  const text = await page
    .getByText(/^共 \d+ 个$/)
    .first()
    .textContent();
  return Number(/\d+/.exec(text ?? '')?.[0]);
}

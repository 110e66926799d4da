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

  it('在人员菜单里换深色，重新打开仍是深色', async () => {
    const page = await office().as('section');
    await page.getByRole('button', { name: /▾$/ }).click();
    await page.getByRole('menuitem', { name: '深色' }).click();
    await page.locator('html[data-theme=dark]').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });
}

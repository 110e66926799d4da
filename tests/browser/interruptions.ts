import { type Page } from 'playwright-core';
import { idIn, signIn, type Office } from './office.ts';
import { presented } from './prepared.ts';

/** What cuts in on somebody's work: the server goes away, a nervous finger, Back, somebody who was quicker. */
export function interruptions(office: () => Office): void {
  it('填报中服务器重启：保存时说明连不上，恢复后重新登录接着保存，内容没有丢', async () => {
    const page = await office().as('clerk2', '/targets/new');
    await page.getByRole('button', { name: '开始填报' }).click();
    await page.getByLabel('项目名称').fill('重启前填的名称');
    await office().off();
    try {
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByText('连接不上服务器，已填写的内容保留在本页').waitFor();
      await page.getByLabel('项目概况', { exact: true }).fill('断线时填的概况');
    } finally {
      await office().system.up();
    }
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('登录已过期').waitFor();
    await signIn(page, 'clerk2');
    await page.getByText(/已保存/).waitFor();
    const { form } = await read(idIn(page));
    expect(form).toMatchObject({ name: '重启前填的名称', summary: '断线时填的概况' });
  });

  it('双击“开始填报”和“送审”：只办一次', async () => {
    const clerk = await office().as('clerk2', '/targets/new');
    const sent: string[] = [];
    clerk.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
    });
    await clerk.getByRole('button', { name: '开始填报' }).dblclick();
    await clerk.waitForURL(/\/edit$/);
    await clerk.getByLabel('项目名称').waitFor();
    expect(sent).toEqual(['/api/targets']);

    const id = await presented(office().system);
    const head = await office().as('head', `/targets/${id}`);
    await openSubmission(head);
    await head.getByRole('dialog').getByRole('button', { name: '送审' }).dblclick();
    await head.getByText('待审核（主管部门 1/3）').waitFor();
    expect((await eventsOf(id)).filter((type) => type === 'TargetSubmitted')).toHaveLength(1);
  });

  it('别人先办了（412）：说明谁在何时办了什么，不重复办理', async () => {
    const id = await presented(office().system);
    const [first, second] = [
      await office().as('head', `/targets/${id}`),
      await office().as('head', `/targets/${id}`),
    ];
    for (const page of [first, second]) await openSubmission(page);
    await first.getByRole('dialog').getByRole('button', { name: '送审' }).click();
    await first.getByText('待审核（主管部门 1/3）').waitFor();
    await second.getByRole('dialog').getByRole('button', { name: '送审' }).click();
    await second.getByRole('dialog').getByRole('alert').waitFor();
    await office().shoot(second, 'outdated');
    await second.getByRole('button', { name: '查看最新情况' }).click();
    await second.getByText('待审核（主管部门 1/3）').waitFor();
    expect((await eventsOf(id)).filter((type) => type === 'TargetSubmitted')).toHaveLength(1);
  });

  it('批复金额不对（422）：原因写在那一栏，其他内容还在，改正后办成', async () => {
    const { body } = await (await office().system.as('leader')).get('/api/targets?state=approved&limit=1');
    const id = (body['items'] as { id: string }[])[0]?.id ?? '';
    const page = await office().as('leader', `/targets/${id}`);
    await page.getByRole('toolbar').getByRole('button', { name: '批复' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('批复文号').fill('望财绩〔2027〕98号');
    await dialog.getByLabel(/金额/).fill('若干');
    await dialog.getByRole('button', { name: '批复' }).click();
    await dialog.locator('.ant-form-item-explain-error').waitFor();
    await office().shoot(page, 'refused-at-field');
    expect(await dialog.getByLabel('批复文号').inputValue()).toBe('望财绩〔2027〕98号');
    await dialog.getByLabel(/金额/).fill('36');
    await dialog.getByRole('button', { name: '批复' }).click();
    await page.getByText('已批复').first().waitFor();
  });

  it('从目标返回清单：筛选条件还在', async () => {
    const page = await office().as('performance', '/targets?state=granted');
    await page.getByRole('searchbox', { name: '名称、单位或指标' }).fill('路灯');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    const names = page.locator('.target-table tbody a');
    await names.filter({ hasNotText: '路灯' }).first().waitFor({ state: 'detached' });
    // While the list is being fetched nothing stands there.
    await names.filter({ hasText: '路灯' }).first().waitFor();
    const before = await names.allTextContents();
    expect(before.length).toBeGreaterThan(0);
    await names.first().click();
    await page.waitForURL(/\/targets\/[0-9a-f-]{36}/);
    await page.getByRole('tab', { name: '申报表' }).waitFor();
    await page.goBack();
    await names.first().waitFor();
    expect(new URL(page.url()).search).toBe(`?state=granted&q=${encodeURIComponent('路灯')}`);
    expect(await names.allTextContents()).toEqual(before);
    await page.getByText('已批复').first().waitFor();
    expect(await page.getByRole('searchbox', { name: '名称、单位或指标' }).inputValue()).toBe('路灯');
  });

  const openSubmission = async (page: Page): Promise<void> => {
    await page.getByRole('toolbar').getByRole('button', { name: '送审' }).click();
    await page.getByRole('dialog').waitFor();
  };
  const read = async (id: string): Promise<{ form: object; revision: number }> =>
    (await (await office().system.as('auditor')).get(`/api/targets/${id}`)).body as unknown as {
      form: object;
      revision: number;
    };
  const eventsOf = async (id: string): Promise<string[]> => {
    const { body } = await (await office().system.as('auditor')).get(`/api/targets/${id}/history`);
    return (body['items'] as { type: string }[]).map(({ type }) => type);
  };
}

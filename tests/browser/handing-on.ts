import { type Page } from 'playwright-core';
import { type Office } from './office.ts';
import { submitted } from './prepared.ts';

/** What several people settle between them while a target is under review. */
export function handingOn(office: () => Office): void {
  it('经办从待办点开文字修改建议：接受一条，不接受一条，审核人才能同意', async () => {
    const id = await submitted(office().system);
    await propose(id, '/name', '河道管理站水利设施维修养护');
    await propose(id, '/summary', '写明范围和期限。');
    const examiner = await office().as('department', `/review/${id}`);
    await examiner.getByRole('heading', { name: '待单位答复的文字修改建议 2' }).waitFor();

    const page = await office().as('clerk');
    await page.locator(`a[href="/targets/${id}"]`).click();
    await page.getByRole('heading', { name: '待单位答复的文字修改建议 2' }).waitFor();
    await office().shoot(page, 'wordings');
    await answer(page, '项目名称', '接受');
    await page.getByRole('heading', { name: '河道管理站水利设施维修养护' }).waitFor();
    await answer(page, '项目概况', '不接受', '范围已在附件中写明');
    await page.getByRole('region', { name: /文字修改建议/ }).waitFor({ state: 'detached' });

    await examiner.reload();
    await examiner.getByLabel('审核意见').waitFor();
    expect(await examiner.getByText('待单位答复的文字修改建议').count()).toBe(0);
    const { body } = await (await office().system.as('auditor')).get(`/api/targets/${id}`);
    expect(body['form']).toMatchObject({ name: '河道管理站水利设施维修养护' });
  });

  it('审核人转办给同股室的人：选人、写理由，之后不再由本人审核', async () => {
    const id = await submitted(office().system);
    const department = await office().system.as('department');
    const { body } = await department.get(`/api/targets/${id}`);
    const consent = { decision: 'approve', comment: '同意' };
    await department.command(id, Number(body.revision), 'opinions', consent);
    const page = await office().as('section', `/targets/${id}`);
    await page.getByRole('toolbar').getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '转办' }).click();
    const dialog = page.getByRole('dialog', { name: '转办' });
    await dialog.getByLabel('由谁审核').fill('农业农村股科员');
    await page.getByTitle(/农业农村股科员/).click();
    await dialog.getByLabel('理由').fill('本人出差');
    await office().shoot(page, 'hand-on');
    await dialog.getByRole('button', { name: '转办' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: '办理经过' }).click();
    await page.getByText('本人出差').waitFor();
    expect(await page.getByRole('button', { name: '审核', exact: true }).count()).toBe(0);
  });

  const propose = async (id: string, path: string, to: string): Promise<void> => {
    const examiner = await office().system.as('department');
    const { body } = await examiner.get(`/api/targets/${id}`);
    const reply = await examiner.command(id, Number(body.revision), 'wording', {
      path,
      to,
      reason: '写得更准确',
    });
    expect(reply.status).toBe(200);
  };
}

async function answer(page: Page, field: string, decision: string, reason?: string): Promise<void> {
  const proposal = page.getByRole('article', { name: `对${field}的修改建议` });
  await proposal.getByRole('button', { name: decision, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (reason !== undefined) await dialog.getByLabel('理由').fill(reason);
  await dialog.getByRole('button', { name: `${decision}修改建议` }).click();
  await proposal.waitFor({ state: 'detached' });
}

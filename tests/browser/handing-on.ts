import { type Page } from 'playwright-core';
import { type Office } from './office.ts';
import { submitted } from './prepared.ts';

/** What several people settle between them while a target is under review. */
export function handingOn(office: () => Office): void {
  it('经办从待办点开文字修改建议：接受一条，不接受一条，审核人才能同意', async () => {
    const id = await submitted(office().system);
    const examiner = await office().as('department', `/review/${id}`);
    await propose(examiner, '/name', '河道管理站水利设施维修养护');
    await propose(examiner, '/summary', '写明范围和期限。');
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

  it('抄送给谁，谁就在“抄送我的”里看到；加签的人没有同意，本环节不通过', async () => {
    const id = await submitted(office().system);
    const page = await office().as('department', `/targets/${id}`);
    await choose(page, '抄送');
    const copying = page.getByRole('dialog', { name: '抄送' });
    await copying.getByRole('button', { name: '抄送' }).click();
    await copying.getByText('请选择抄送给谁').waitFor();
    await pick(page, '抄送给谁', await nameOf('section'));
    await page.keyboard.press('Escape');
    await copying.getByLabel('附言').fill('请一并了解');
    await copying.getByRole('button', { name: '抄送' }).click();
    await copying.waitFor({ state: 'detached' });
    const copied = await office().as('section', '/?box=copied');
    await copied.locator(`a[href="/targets/${id}"]`).waitFor();

    await choose(page, '加签');
    const signing = page.getByRole('dialog', { name: '加签' });
    await pick(page, '加签人', await nameOf('performance'));
    await signing.getByLabel('理由').fill('涉及两个科室');
    await office().shoot(page, 'add-signer');
    await signing.getByRole('button', { name: '加签' }).click();
    await signing.waitFor({ state: 'detached' });
    for (const [who, stage] of [
      ['department', '主管部门 1/3'],
      ['performance', '业务股室 2/3'],
    ] as const) {
      await approve(id, who);
      await page.reload();
      await page.getByText(`待审核（${stage}）`).first().waitFor();
    }
  });

  it('委托：起止颠倒说在日期栏，改对后由受托人代为审核', async () => {
    const id = await submitted(office().system);
    const page = await office().as('department', `/targets/${id}`);
    await choose(page, '委托');
    const dialog = page.getByRole('dialog', { name: '委托' });
    await pick(page, '受托人', await nameOf('section'));
    const until = dialog.getByLabel('到哪天止（含当日）');
    await until.fill('2020-01-01');
    await dialog.getByLabel('理由').fill('出差');
    await dialog.getByRole('button', { name: '委托' }).click();
    await dialog.locator('.ant-form-item-explain-error').waitFor();
    await office().shoot(page, 'delegate');
    await until.fill('2099-12-31');
    await dialog.getByRole('button', { name: '委托' }).click();
    await dialog.waitFor({ state: 'detached' });
    const deputy = await office().as('section', `/review/${id}`);
    await deputy.getByLabel('审核意见').waitFor();
  });

  it('审核人转办给同股室的人：选人、写理由，之后不再由本人审核', async () => {
    const id = await submitted(office().system);
    await approve(id, 'department');
    const page = await office().as('section', `/targets/${id}`);
    await choose(page, '转办');
    const dialog = page.getByRole('dialog', { name: '转办' });
    await pick(page, '由谁审核', '农业农村股科员');
    await dialog.getByLabel('理由').fill('本人出差');
    await office().shoot(page, 'hand-on');
    await dialog.getByRole('button', { name: '转办' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: '办理经过' }).click();
    await page.getByText('本人出差').waitFor();
    expect(await page.getByRole('button', { name: '审核', exact: true }).count()).toBe(0);
  });

  const nameOf = async (username: string): Promise<string> => {
    const { body } = await (await office().system.as(username)).get('/api/me');
    return String(body['name']);
  };
  const approve = async (id: string, username: string): Promise<void> => {
    const reviewer = await office().system.as(username);
    const { body } = await reviewer.get(`/api/targets/${id}`);
    const consent = { decision: 'approve', comment: '同意' };
    const reply = await reviewer.command(id, Number(body.revision), 'opinions', consent);
    expect([reply.status, reply.body['detail']]).toEqual([200, undefined]);
  };
}

async function propose(page: Page, path: string, to: string): Promise<void> {
  await page.locator(`[data-path="${path}"]`).click();
  await page.getByRole('button', { name: '提修改建议' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('建议改为').fill(to);
  await dialog.getByLabel('理由').fill('写得更准确');
  await dialog.getByRole('button', { name: '提修改建议' }).click();
  await page.getByRole('article').getByText(to).waitFor();
}

/** From what the bar offers beside the likely. */
async function choose(page: Page, what: string): Promise<void> {
  await page.getByRole('toolbar').getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

/** The first whose name, post or place holds these words. */
async function pick(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).fill(words);
  await page.locator('.ant-select-item-option', { hasText: words }).first().click();
}

async function answer(page: Page, field: string, decision: string, reason?: string): Promise<void> {
  const proposal = page.getByRole('article', { name: `对${field}的修改建议` });
  await proposal.getByRole('button', { name: decision, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (reason !== undefined) await dialog.getByLabel('理由').fill(reason);
  await dialog.getByRole('button', { name: `${decision}修改建议` }).click();
  await proposal.waitFor({ state: 'detached' });
}

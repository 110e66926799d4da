import { type Page } from 'playwright-core';
import { idIn, signIn, type Office } from './office.ts';
import { submitted } from './prepared.ts';

/** An opinion takes its time: what is put down stays put down until it is given. */
export function reviewing(office: () => Office): void {
  it('写到一半刷新、登录过期：意见、等级、审核表和批注都还在，提交后不再保留', async () => {
    const page = await office().as('section', '/review');
    const id = await openFirst(page);
    await page.locator('[data-path="/name"]').click();
    await page.getByLabel(/的批注$/).fill('名称应写明建设地点');
    // Left for another field without a click on the button: it stands all the same.
    await page.locator('[data-path="/summary"]').click();
    await page.getByLabel(/项目概况的批注$/).fill('请写明范围');
    await page.getByLabel('等级').click();
    await page.getByTitle('中', { exact: true }).click();
    await page.getByRole('button', { name: /审核表/ }).click();
    await page.getByLabel(/得分$/).first().fill('7');
    await page.getByLabel('审核意见').fill('名称和概况请补充');

    await page.reload();
    await stands(page);
    await office().shoot(page, 'opinion-restored');
    await page.context().clearCookies();
    await page.reload();
    await signIn(page, 'section');
    await stands(page);

    await page.getByRole('button', { name: /审核表/ }).click();
    await page.getByRole('button', { name: '提交意见' }).click();
    await page.getByText(/已提交对“.*”的意见/).waitFor();
    const { body } = await (await office().system.as('auditor')).get(`/api/targets/${id}`);
    expect(body['state']).toBe('returned');
    await office().go(page, '/review');
    await page.getByRole('navigation', { name: '待审核的目标' }).waitFor();
    expect(await page.getByText('有未提交的意见').count()).toBe(0);
  });

  it('恢复的意见可以放弃', async () => {
    const page = await office().as('section', '/review');
    await openFirst(page);
    await page.getByLabel('审核意见').fill('写错了');
    await page.reload();
    await page.getByText('已恢复未提交的意见').waitFor();
    await page.getByRole('button', { name: '放弃这份意见' }).click();
    expect(await page.getByLabel('审核意见').inputValue()).toBe('');
    await page.reload();
    await page.getByLabel('审核意见').waitFor();
    expect(await page.getByText('已恢复未提交的意见').count()).toBe(0);
  });

  it('与上年对比：上年的指标值、实际和评价在本年的旁边', async () => {
    const id = await submitted(office().system);
    const page = await office().as('department', `/review/${id}`);
    await page.getByRole('tab', { name: '与上年对比' }).click();
    const beside = page.getByRole('region', { name: '与上年对比' });
    await beside.getByText(/2026年度申请 .* 万元.*评价 .* 分/).waitFor();
    const [was, , is] = (await beside.locator('tbody tr').first().locator('td').allTextContents()).slice(1);
    expect(is).toBe(was);
    expect(was).toMatch(/\d/);
    await office().shoot(page, 'last-year');
  });

  it('手机上填审核表：得分和说明都在屏幕里，不用左右拖', async () => {
    const page = await office().as('department', `/review/${await submitted(office().system)}`, 'phone');
    await page.getByRole('button', { name: /审核表/ }).click();
    for (const what of [/得分$/, /说明$/]) {
      const box = await page.getByLabel(what).first().boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
    }
    const cut = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.review-sheet'))`;
    expect(await page.evaluate(cut)).toBe(0);
    await office().shoot(page, 'review-sheet-phone');
    await page.getByText('同意', { exact: true }).first().click();
    await page.getByLabel(/得分$/).first().fill('99');
    await page.getByRole('button', { name: '提交意见' }).click();
    await page.getByText(/^审核表还有 8 项的得分或说明要填写或改正：规范完整性、/).waitFor();
  });

  it('批量同意时说明哪个有未提交的意见，同意后不再保留', async () => {
    const id = await submitted(office().system);
    await submitted(office().system);
    const page = await office().as('department', `/review/${id}`);
    await page.getByLabel('审核意见').fill('尚未写完');
    await page.getByRole('button', { name: '批量同意' }).click();
    const dialog = page.getByRole('dialog', { name: '批量同意' });
    const row = dialog.getByRole('row').filter({ hasText: '有未提交的意见' });
    await row.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: '同意 1 个' }).click();
    await dialog
      .getByText(/已同意 1 个|同意 1 个/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: '完成' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(`Object.keys(localStorage).join()`)).not.toContain(`opinion`);
  });
}

async function openFirst(page: Page): Promise<string> {
  await page.getByRole('navigation', { name: '待审核的目标' }).getByRole('link').nth(1).click();
  await page.waitForURL(/\/review\/[0-9a-f-]{36}/);
  await page.getByLabel('审核意见').waitFor();
  return idIn(page);
}

async function stands(page: Page): Promise<void> {
  await page.getByText('已恢复未提交的意见').waitFor();
  const remarks = page.getByRole('complementary', { name: '批注' });
  await remarks.getByText('名称应写明建设地点').waitFor();
  await remarks.getByText('请写明范围').waitFor();
  expect(await page.getByLabel('审核意见').inputValue()).toBe('名称和概况请补充');
  expect(await page.getByLabel(/得分$/).first().inputValue()).toBe('7');
  expect(await page.getByRole('radio', { name: '退回修改' }).isChecked()).toBe(true);
}

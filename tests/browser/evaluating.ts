import { type Page } from 'playwright-core';
import { held, type Office } from './office.ts';
import { granted } from './prepared.ts';

/** 年终: what somebody puts down wrongly is said where it stands, and evidence reaches who checks. */
export function evaluating(office: () => Office): void {
  it('金额填成文字、实际值不是数、少了原因、佐证过大：说在那一栏，补齐才能提交；复核人打得开佐证', async () => {
    const id = await granted(office().system);
    const page = await office().as('clerk', `/targets/${id}/year-end`);
    const send = page.getByRole('button', { name: '提交自评' });
    const actuals = page.getByLabel(/的实际完成值$/);
    await page.getByLabel('实际支出（万元）').fill('三十六');
    await page.getByText('“三十六”不是金额，请只填数字').waitFor();
    await actuals.first().fill('很多');
    await page.getByText(/实际值“很多”不是数/).waitFor();
    expect(await page.locator('.year-end-missing').count()).toBe(2);

    const chooser = page.getByLabel(/^选择.*的佐证材料$/).first();
    await chooser.setInputFiles({ name: '照片.pdf', mimeType: '', buffer: pdf(2 * 1024 * 1024) });
    await page.getByText('附件超过 1 MB，请压缩或拆分后再上传').waitFor();
    await office().shoot(page, 'year-end-refused');
    await chooser.setInputFiles({ name: '验收单.pdf', mimeType: '', buffer: pdf(100) });
    await page.getByRole('button', { name: /^移除.*验收单.pdf$/ }).waitFor();
    expect(await page.getByText('附件超过').count()).toBe(0);

    for (const actual of await actuals.all()) await actual.fill('0');
    await page.getByLabel('实际支出（万元）').fill('36');
    await page.getByText('未得满分，请说明原因').first().waitFor();
    expect(await send.isDisabled()).toBe(true);
    for (const reason of await page.getByLabel(/的原因$/).all()) await reason.fill('核对中，先报零');
    await page.reload();
    await page.getByRole('button', { name: /^移除.*验收单.pdf$/ }).waitFor();
    await send.click();
    await page.getByText('已自评').first().waitFor();

    const examiner = await office().as('performance', `/targets/${id}/year-end`);
    await examiner.getByRole('region', { name: '各项指标' }).waitFor();
    await office().shoot(examiner, 'verification');
    await opensEvidence(examiner);
    await examiner.setViewportSize({ width: 390, height: 844 });
    const box = await examiner
      .getByLabel(/的核定得分$/)
      .first()
      .boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
    await office().shoot(examiner, 'verification-phone');
    // The unit's own result tab shows the same files.
    await office().go(page, `/targets/${id}?tab=result`);
    await opensEvidence(page);

    const points = examiner.getByLabel(/的核定得分$/).first();
    await points.fill('1');
    await examiner.getByLabel(/的核定理由$/).fill('按台账核减');
    await examiner.getByLabel('复核意见').fill('佐证不足，核减一项');
    await examiner.reload();
    await examiner.getByText('已恢复未提交的复核').waitFor();
    expect(await points.inputValue()).toBe('1');
    expect(await examiner.getByLabel(/的核定理由$/).inputValue()).toBe('按台账核减');
    expect(await examiner.getByLabel('复核意见').inputValue()).toBe('佐证不足，核减一项');
    await examiner.getByRole('button', { name: '退回自评' }).click();
    await examiner.getByText('已退回单位重新自评').waitFor();
    expect(await examiner.evaluate(`Object.keys(localStorage).join()`)).not.toContain('verification');
  });

  it('佐证还在上传时接着填：传完了两样都在', async () => {
    const id = await granted(office().system);
    const page = await office().as('clerk', `/targets/${id}/year-end`);
    const release = await held(page, '**/api/attachments?*');
    await page
      .getByLabel(/^选择.*的佐证材料$/)
      .first()
      .setInputFiles({ name: '台账.pdf', mimeType: '', buffer: pdf(100) });
    const actual = page.getByLabel(/的实际完成值$/).first();
    await actual.fill('7');
    release();
    await page.getByRole('button', { name: /^移除.*台账.pdf$/ }).waitFor();
    expect(await actual.inputValue()).toBe('7');
    await page.reload();
    await page.getByRole('button', { name: /^移除.*台账.pdf$/ }).waitFor();
    expect(await actual.inputValue()).toBe('7');
  });
}

async function opensEvidence(page: Page): Promise<void> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '佐证材料 1' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
}

const pdf = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size, 0x20)]);

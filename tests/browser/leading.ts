import { type Page } from 'playwright-core';
import { held, type Office } from './office.ts';

interface Granted {
  documentNumber: string;
  date: string;
}

/** What leaders and 绩效股 decide for many at once, with what is typed wrong on the way. */
export function leading(office: () => Office): void {
  it('两个目标一个文号批复：缺文号、金额写成文字都说明；日期照习惯键入', async () => {
    const page = await office().as('leader', '/progress?tab=grants');
    const rows = page.locator('.ant-table-tbody tr.ant-table-row');
    const [first, second] = [rows.nth(0), rows.nth(1)];
    for (const row of [first, second]) await row.getByRole('checkbox').check();
    const grant = page.locator('.grants-head').getByRole('button', { name: '批复' });
    await first.getByLabel(/的批复金额/).fill('五十');
    await page.getByText('有的批复金额还不是数').waitFor();
    expect(await grant.isDisabled()).toBe(true);
    await first.getByLabel(/的批复金额/).fill('50');
    await grant.click();
    const dialog = page.getByRole('dialog');
    const day = dialog.getByLabel('批复日期');
    await day.fill('');
    await dialog.getByRole('button', { name: '批复 2 个' }).click();
    await dialog.getByText('请填写批复文号').waitFor();
    await dialog.getByText('请填写批复日期').waitFor();
    await dialog.getByLabel('批复文号').fill('望财绩〔2026〕98号');
    await day.fill('2016-11-03');
    await day.press('Tab');
    await dialog.getByText(/批复日期早于本批次开始申报的/).waitFor();
    await day.fill('2026/11/3');
    await day.press('Tab');
    expect(await day.inputValue()).toBe('2026-11-03');
    await dialog.getByRole('button', { name: '批复 2 个' }).click();
    await dialog.getByText('已批复 2 个').waitFor();
    const auditor = await office().system.as('auditor');
    const { body } = await auditor.get('/api/targets?state=granted&limit=100');
    const dates: unknown[] = [];
    for (const { id } of body['items'] as { id: string }[]) {
      const { grant: given } = (await auditor.get(`/api/targets/${id}`)).body as { grant?: Granted };
      if (given?.documentNumber === '望财绩〔2026〕98号') dates.push(given.date);
    }
    expect(dates).toEqual(['2026-11-03', '2026-11-03']);
  });

  it('单个批复的日期早于开始申报的：服务器说明在日期栏，填的都还在', async () => {
    const page = await office().as('leader', '/targets?state=approved');
    await page.locator('.target-table tbody a').first().click();
    await page.getByRole('toolbar').getByRole('button', { name: '批复' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('批复文号').fill('望财绩〔2026〕97号');
    await dialog.getByLabel('批复日期').fill('2016-11-03');
    await dialog.getByLabel('批复日期').press('Tab');
    await dialog.getByRole('button', { name: '批复' }).click();
    await dialog.getByText(/批复日期早于本批次开始申报的/).waitFor();
    expect(await dialog.getByLabel('批复文号').inputValue()).toBe('望财绩〔2026〕97号');
  });

  it('从进度页取走公开册和清单，从目标页取走申报表和审批单', async () => {
    const page = await office().as('leader', '/progress');
    expect(await taken(page, '公开册（Word）')).toMatch(/公开册\.docx$/);
    expect(await taken(page, '公开册（网页）')).toMatch(/公开册\.html$/);
    expect(await taken(page, '绩效目标清单（Excel）')).toMatch(/^绩效目标清单.*\.xlsx$/);
    await office().go(page, '/targets?state=evaluated');
    await page.locator('.target-table tbody a').first().click();
    expect(await taken(page, '申报表（Word）')).toMatch(/\.docx$/);
    expect(await taken(page, '申报表（Excel）')).toMatch(/\.xlsx$/);
    expect(await taken(page, '审批单（Word）')).toMatch(/^审批单 .*\.docx$/);
  });

  it('手机上也能在日历里点选日期', async () => {
    const page = await office().as('performance', '/', 'phone');
    const release = await held(page, '**/assets/day-picker-*.js');
    await office().go(page, '/progress');
    await page.getByRole('button', { name: '延长期限' }).click();
    const dialog = page.getByRole('dialog');
    // However soon it is touched, the calendar's code still being on its way.
    await dialog.getByLabel('延长到').click();
    release();
    await page.locator('.ant-picker-cell-in-view').last().click();
    expect(await dialog.getByLabel('延长到').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('延长到更早的日期：在这一栏说明一次，填的都还在', async () => {
    const page = await office().as('performance', '/progress');
    await page.getByRole('button', { name: '延长期限' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('延长到').fill('2016-01-01');
    await dialog.getByLabel('理由').fill('网络故障');
    await dialog.getByRole('button', { name: '延长期限' }).click();
    await dialog.getByText(/新的截止日期应晚于现在的/).waitFor();
    expect(await dialog.getByText(/新的截止日期应晚于现在的/).count()).toBe(1);
    expect(await dialog.getByLabel('延长到').inputValue()).toBe('2016-01-01');
  });
}

/** Takes a file from the menu of the page and says what it is called. */
async function taken(page: Page, label: string): Promise<string> {
  await page.getByRole('button', { name: '下载 ▾' }).click();
  const item = page.getByRole('menuitem', { name: label });
  const [file] = await Promise.all([page.waitForEvent('download'), item.click()]);
  return file.suggestedFilename();
}

import { type Page } from 'playwright-core';
import { type Form } from '#form';
import { paste, type Office } from './office.ts';

/** What the form does for whoever fills it in. */
export function editing(office: () => Office): void {
  /** A project of another unit of the same department. */
  const elsewhere = async (): Promise<{ name: string; total: string }> => {
    const clerk = await office().system.as('clerk');
    const { body } = await clerk.get('/api/targets?kind=project&limit=50');
    for (const { id } of body['items'] as { id: string }[]) {
      const { form } = (await clerk.get(`/api/targets/${id}`)).body as unknown as { form: Form };
      const total = form.kind === 'project' && form.fiscalYear === 2027 && form.funding?.thisYear?.total;
      if (total && form.name) return { name: form.name, total };
    }
    throw new Error('望川县水利局 has no project of 2027');
  };

  it('新添的一行在离开之前不报错，离开后才提示缺什么', async () => {
    const page = await office().as('clerk2', '/targets/new');
    await page.getByRole('button', { name: '开始填报' }).click();
    await addIndicator(page);
    await page.keyboard.type('产出指标');
    await page.keyboard.press('Tab');
    // What the table as a whole lacks is told at once: the screening has seen the row.
    const found = page.getByLabel('申报表各部分').getByRole('link', { name: /^绩效指标/ });
    await found.getByText('3 错误').waitFor();
    const marked = page.locator('#edit-indicators td.has-error');
    expect(await marked.count()).toBe(0);
    await page.getByLabel('项目名称').click();
    await marked.first().waitFor();
    await found.getByText('4 错误').waitFor();
    await office().shoot(page, 'row-left');
  });

  it('误把几兆文字贴进一格：不写入，说明原因，表照常能填', async () => {
    const page = await office().as('clerk2', '/targets/new');
    await page.getByRole('button', { name: '开始填报' }).click();
    await addIndicator(page);
    await paste(page, '堤防检查记录'.repeat(500_000));
    await page.getByText('粘贴的内容太多，没有写入').waitFor();
    await paste(page, '产出指标\t数量指标\t检查次数');
    const cell = page.locator('#edit-indicators td[data-row="0"][data-column="2"]');
    await cell.getByText('检查次数').waitFor();
  });

  it('分值合计不对：合计旁边说明应为多少，改对后不再提', async () => {
    const page = await office().as('clerk2', '/targets/new');
    await page.getByRole('button', { name: '开始填报' }).click();
    await addIndicator(page);
    await paste(page, '产出指标\t数量指标\t检查次数\t≥\t5\t次\t每少1次扣1分\t20');
    const wrong = page.locator('#edit-indicators .edit-wrong').getByText(/分值合计/);
    await wrong.filter({ hasText: '合计 20 分，应为 90 分' }).waitFor();
    await office().shoot(page, 'sum-wrong');
    await page.locator('#edit-indicators td[data-row="0"][data-column="7"]').click();
    await page.keyboard.type('90');
    await page.keyboard.press('Enter');
    await wrong.waitFor({ state: 'detached' });
  });

  it('Alt+↑、Alt+↓ 移动所在的行，手不离键盘', async () => {
    const page = await office().as('clerk2', '/targets/new');
    await page.getByRole('button', { name: '开始填报' }).click();
    await addIndicator(page);
    await paste(page, '产出指标\t数量指标\t甲\n产出指标\t数量指标\t乙\n产出指标\t数量指标\t丙');
    const at = (row: number, name: string) =>
      page
        .locator(`#edit-indicators td[data-row="${String(row)}"][data-column="2"]`)
        .getByText(name)
        .waitFor();
    await at(0, '甲');
    await page.keyboard.press('Alt+ArrowDown');
    await at(1, '甲');
    // The focus went along: the same key takes it further.
    await page.keyboard.press('Alt+ArrowDown');
    await at(2, '甲');
    await page.keyboard.press('Alt+ArrowUp');
    await at(1, '甲');
    await at(0, '乙');
  });

  it('填指标名称时列出指标库中相近的指标和指标值分布，点采用填入这一行，可撤销', async () => {
    const page = await office().as('clerk2', '/targets/new');
    await page.getByRole('button', { name: '开始填报' }).click();
    await addIndicator(page);
    await paste(page, '产出指标\t质量指标\t供水水质的达标率');
    const alike = page.getByRole('region', { name: '指标库中相近的指标' });
    const first = alike.getByRole('listitem').first();
    await first.getByText(/\d 个单位使用/).waitFor();
    await first.getByText(/^指标值 /).waitFor();
    await office().shoot(page, 'suggestions');
    const name = (await first.locator('b').textContent()) ?? '';
    await alike
      .getByRole('button', { name: `采用“${name}”` })
      .first()
      .click();
    const cell = (column: number) =>
      page.locator(`#edit-indicators td[data-row="0"][data-column="${String(column)}"]`);
    await cell(2).getByText(name, { exact: true }).waitFor();
    expect(await cell(5).textContent()).not.toBe('');
    expect(await cell(6).textContent()).not.toBe('');
    await page.keyboard.press('Control+z');
    await cell(2).getByText('供水水质的达标率').waitFor();
  });

  it('只有系统才看得出的提示，保存后随即出现，改了再保存就消失', async () => {
    const { name, total } = await elsewhere();
    const page = await office().as('clerk2', '/targets/new');
    await page.getByRole('button', { name: '开始填报' }).click();
    const save = async () => {
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByText(/已保存/).waitFor();
    };
    await page.getByLabel('项目名称').fill(name);
    await page.getByLabel('本年度申请资金（万元）合计').fill(total);
    await save();
    await page.getByLabel('项目编码').click();
    await page.getByRole('button', { name: '查看全部提示' }).click();
    const found = page.getByRole('complementary').getByText('是否重复申报').first();
    await found.waitFor();
    await page.getByLabel('本年度申请资金（万元）合计').fill(`${total}1`);
    await save();
    await page.getByRole('button', { name: '查看全部提示' }).click();
    await page.getByRole('heading', { name: '全部提示' }).waitFor();
    await found.waitFor({ state: 'detached' });
  });

  it('点“几处错误”列出全部提示，逐条说明在哪一部分', async () => {
    const page = await office().as('clerk2', '/targets/new');
    await page.getByRole('button', { name: '开始填报' }).click();
    await page.getByLabel('项目编码').click();
    const all = page.getByRole('heading', { name: '全部提示' });
    await all.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '查看全部提示' }).click();
    await all.waitFor();
    await office().shoot(page, 'all-findings');
    await page.getByRole('complementary').getByRole('link', { name: '项目名称' }).click();
    expect(new URL(page.url()).hash).toBe('#edit-basics');
  });
}

async function addIndicator(page: Page): Promise<void> {
  await page.locator('#edit-indicators').getByRole('button', { name: '添加一行' }).click();
  await page.locator('#edit-indicators td.is-active').waitFor();
}

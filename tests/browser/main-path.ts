import { type Page } from 'playwright-core';
import { idIn, paste, type Office } from './office.ts';

const NAME = '河道管理站堤防白蚁防治';
/** As Excel puts it on the clipboard: a heading, merged levels left blank below their first cell. */
const INDICATORS = [
  '一级指标\t二级指标\t三级指标\t类型\t指标值\t计量单位\t评分标准\t分值',
  '产出指标\t数量指标\t防治堤防长度\t>=\t42\t公里\t每少1%扣1分，扣完为止。\t20',
  '\t质量指标\t灭杀合格率\t大于等于\t95\t%\t每低1个百分点扣1分，扣完为止。\t20',
  '\t时效指标\t汛前完成率\t=\t100\t%\t每低1个百分点扣1分，扣完为止。\t10',
  '成本指标\t经济成本指标\t防治总成本\t<=\t36\t万元\t每超出1%扣1分，扣完为止。\t10',
  '效益指标\t社会效益指标\t堤防险情发生次数\t<=\t若干\t次\t每发生1次扣5分，扣完为止。\t20',
  '满意度指标\t服务对象满意度指标\t沿线群众满意度\t>=\t90\t%\t每低1个百分点扣1分，扣完为止。\t10',
].join('\n');

/** One target from a blank draft to its score, by eight people before their screens. */
export function mainPath(office: () => Office): void {
  let id = '';
  const at = (rest = ''): string => `/targets/${id}${rest}`;

  it('经办新建申报，从 Excel 粘贴指标，随填随见预审提示', async () => {
    const page = await office().as('clerk');
    await page.getByRole('link', { name: '新建申报', exact: true }).click();
    await page.getByRole('button', { name: '开始填报' }).click();
    await page.waitForURL(/\/edit$/);
    id = idIn(page);
    await fillForm(page);
    await page.getByRole('button', { name: '添加一行' }).nth(-1).click();
    await paste(page, INDICATORS);
    await page.getByText('分值合计 90').waitFor();
    // 若干 cannot be measured: the side column says so at the cell.
    await page.locator('#edit-indicators td[data-row="4"][data-column="4"]').click();
    await page.getByLabel('本栏提示').getByText('若干').first().waitFor();
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await page.locator('#edit-indicators td[data-row="0"][data-column="6"]').click();
    await page.getByText('读作：').waitFor();
    await page.getByLabel('试填实际值').fill('42');
    await page.getByText('得 20.00 分').waitFor();
    await office().shoot(page, 'editor');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText(/已保存 \d\d:\d\d/).waitFor();
    expect(await page.locator('.save-findings .outline-error').count()).toBe(0);
    await page.getByRole('button', { name: '提交单位审核' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交单位审核' }).click();
    await page.getByText('草稿（待单位审核）').waitFor();
  });

  it('单位负责人从待办点开，核对后送审', async () => {
    const page = await office().as('head');
    await page.getByRole('link', { name: new RegExp(NAME) }).click();
    await page.getByRole('toolbar').getByRole('button', { name: '送审' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '送审' }).click();
    await page.getByText('待审核（主管部门 1/3）').waitFor();
  });

  it('主管部门批注一栏后退回单位，下一个待审核的已经打开', async () => {
    const page = await office().as('department', `/review/${id}`);
    await page.locator('[data-path="/summary"]').click();
    await page.getByLabel(/的批注$/).fill('请写明防治范围');
    await page.getByRole('button', { name: '加批注' }).click();
    await page.getByText('退回修改', { exact: true }).click();
    await page.getByLabel('审核意见').fill('概况不够具体，请补充后重报');
    await office().shoot(page, 'review-desk');
    await page.getByRole('button', { name: '提交意见' }).click();
    await page.getByText(/已提交对“.*”的意见/).waitFor();
    expect(page.url()).not.toContain(id);
  });

  it('经办看到退回意见和批注，改好后再报', async () => {
    const page = await office().as('clerk', at('/edit'));
    await page.getByText('概况不够具体，请补充后重报').waitFor();
    const summary = page.getByLabel('项目概况', { exact: true });
    await summary.click();
    await page.getByLabel('本栏提示').getByText('请写明防治范围').waitFor();
    await summary.fill('对望川河左右岸 42 公里堤防开展白蚁检查、诱杀和灌填。');
    await page.getByRole('button', { name: '提交单位审核' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交单位审核' }).click();
    await page.getByText('退回修改（待单位审核）').waitFor();
    const head = await office().as('head', at());
    await head.getByRole('toolbar').getByRole('button', { name: '送审' }).click();
    await head.getByRole('dialog').getByRole('button', { name: '送审' }).click();
    await head.getByText('待审核（主管部门 1/3）').waitFor();
  });

  it('再审时逐条看到批注已改，三级依次同意', async () => {
    for (const who of ['department', 'section', 'performance']) {
      const page = await office().as(who, `/review/${id}`);
      await page.getByRole('tab', { name: '与上轮差异' }).waitFor();
      if (who === 'department') await page.getByRole('cell', { name: '已改', exact: true }).waitFor();
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('a');
      const give = page.getByRole('button', { name: '提交意见', disabled: false });
      await give.waitFor();
      expect(await page.getByLabel('审核意见').inputValue()).toBe('同意申报，请严格按照绩效目标组织实施');
      await give.click();
      await page.getByText(/已提交对“.*”的意见/).waitFor();
    }
  });

  it('财政局批复，单位公开', async () => {
    const leader = await office().as('leader', at());
    await leader.getByRole('toolbar').getByRole('button', { name: '批复' }).click();
    await leader.getByLabel('批复文号').fill('望财绩〔2027〕99号');
    await leader.getByRole('dialog').getByRole('button', { name: '批复' }).click();
    await leader.getByText('已批复').first().waitFor();
    const head = await office().as('head', at());
    await head.getByRole('toolbar').getByRole('button', { name: '公开', exact: true }).click();
    await head.getByLabel('公开网址').fill('https://wangchuan.example/yszx');
    await head.getByRole('dialog').getByRole('button', { name: '公开' }).click();
    await head.getByText(/已公开/).waitFor();
  });

  it('年终自评边填边算分，财政复核确认', async () => {
    const clerk = await office().as('clerk', at('/year-end'));
    await clerk.getByLabel('实际支出（万元）').fill('36');
    const actuals: readonly (readonly [string, string])[] = [
      ['防治堤防长度', '42'],
      ['灭杀合格率', '94'],
      ['汛前完成率', '100'],
      ['防治总成本', '36'],
      ['堤防险情发生次数', '0'],
      ['沿线群众满意度', '92'],
    ];
    for (const [name, actual] of actuals) await clerk.getByLabel(`${name}的实际完成值`).fill(actual);
    await clerk.getByText('未得满分，请说明原因').waitFor();
    await clerk.getByLabel('灭杀合格率的原因').fill('个别堤段二次复查时才合格');
    // Whether 0 times is what was done or what happened the rule does not say, so a person scores.
    await clerk.getByText('请填写得分并说明原因').waitFor();
    await clerk.getByLabel('堤防险情发生次数的得分').fill('20');
    await clerk.getByLabel('堤防险情发生次数的原因').fill('全年没有发生险情');
    await clerk.getByText('合计 99.00 分').waitFor();
    await office().shoot(clerk, 'year-end');
    await clerk.getByRole('button', { name: '提交自评' }).click();
    await clerk.getByText('已自评').first().waitFor();
    const performance = await office().as('performance', at('/year-end'));
    await performance.getByLabel('复核意见').fill('经核对，同意自评结果');
    await performance.getByRole('button', { name: '复核确认' }).click();
    await performance.getByText('评价完成').first().waitFor();
  });

  it('审计拖动时间线看到当时的申报表，记录完整', async () => {
    const page = await office().as('auditor', at('/replay'));
    await page.getByText(/记录完整，\d+ 步均未被改动/).waitFor();
    const summary = page.locator('.paper [data-path="/summary"]');
    await page.getByLabel('拖动到某一步').fill('2');
    await page.getByText('提交单位审核').first().waitFor();
    await summary.filter({ hasText: /^对堤防开展白蚁防治。$/ }).waitFor();
    await page.keyboard.press('End');
    await summary.filter({ hasText: '42 公里' }).waitFor();
    expect(await page.getByText('评价完成').count()).toBeGreaterThan(1);
    const [history] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '履历（Word）' }).click(),
    ]);
    expect(history.suggestedFilename()).toMatch(/^履历 .*\.docx$/);
    await office().shoot(page, 'replay');
  });
}

/** Everything but the indicators, as a clerk types it. */
async function fillForm(page: Page): Promise<void> {
  await page.getByLabel('项目名称').fill(NAME);
  await page.getByLabel('项目属性').selectOption('continuing');
  await page.getByLabel('项目类型').selectOption('other-special');
  await page.getByLabel('开始时间', { exact: true }).fill('2027-01-01');
  await page.getByLabel('结束时间', { exact: true }).fill('2027-12-31');
  await page.getByLabel('项目概况', { exact: true }).fill('对堤防开展白蚁防治。');
  await page.getByLabel('项目立项依据').fill('《望川县堤防白蚁防治方案》');
  await page.getByLabel('本年度申请资金（万元）合计').fill('36');
  await page.getByLabel('本年度申请资金（万元）县级资金').fill('36');
  await page.getByLabel('保障项目实施的制度、措施').fill('成立防治工作小组，按月调度。');
  await page.locator('#edit-goals').getByRole('button', { name: '添加一行' }).click();
  await page.keyboard.type('完成 42 公里堤防白蚁防治，汛期不发生险情。');
  await page.keyboard.press('Enter');
}

import { type Locator, type Page } from 'playwright-core';
import { PASSWORD } from '../end-to-end/running-system.ts';
import { held, type Office } from './office.ts';

/** More presses of Tab than this nobody counts. */
const MOST_TABS = 60;

/** The first work of each post without a mouse. */
export function keyboard(office: () => Office): void {
  it('登录，打开第一件待办', async () => {
    const page = await office().screen();
    await office().go(page, '/');
    await page.getByLabel('用户名').waitFor();
    await page.keyboard.type('section');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await openFirstTask(page);
    await page.waitForURL(/\/(review|targets)\/[0-9a-f-]{36}/);
  });

  it('经办新建申报', async () => {
    const page = await office().as('clerk');
    await pressOn(page, page.getByRole('link', { name: '新建申报', exact: true }));
    await pressOn(page, page.getByRole('button', { name: '开始填报' }));
    await page.waitForURL(/\/edit$/);
    await page.getByLabel('项目名称').waitFor();
    await reach(page, page.getByLabel('项目名称'));
    await page.keyboard.type('用键盘填的名称');
    expect(await page.getByLabel('项目名称').inputValue()).toBe('用键盘填的名称');
  });

  it.each([
    ['head', '送审'],
    ['leader', '批复'],
  ])('%s 从待办走到“%s”，Esc 回到原处', async (who, action) => {
    const page = await office().as(who);
    await openFirstTask(page);
    const button = page.getByRole('toolbar').getByRole('button', { name: action });
    await pressOn(page, button);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await reach(page, dialog.getByRole('button', { name: action }));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await focused(button).waitFor();
  });

  it('审核：A 填好同意意见，Tab 到提交', async () => {
    const page = await office().as('section', '/review');
    await page.getByRole('button', { name: '提交意见' }).waitFor();
    await page.keyboard.press('a');
    await reach(page, page.getByRole('button', { name: '提交意见', disabled: false }));
  });

  it('常用语还没到就按了 A：到了即填上，已经写了别的不动', async () => {
    const usual = '同意申报，请严格按照绩效目标组织实施';
    for (const [written, given] of [
      ['', usual],
      ['同意，另附说明', '同意，另附说明'],
    ] as const) {
      const page = await office().as('section');
      const release = await held(page, '**/api/phrases');
      await office().go(page, '/review');
      await page.getByRole('button', { name: '提交意见' }).waitFor();
      await page.keyboard.press('a');
      const comment = page.getByLabel('审核意见');
      await focused(comment).waitFor();
      await page.keyboard.type(written);
      expect(await comment.inputValue()).toBe(written);
      const arrived = page.waitForResponse('**/api/phrases');
      release();
      await arrived;
      await page.getByRole('button', { name: '提交意见', disabled: false }).waitFor();
      expect(await comment.inputValue()).toBe(given);
    }
  });

  it('审计从清单走到回放，用方向键逐步看', async () => {
    const page = await office().as('auditor', '/targets?state=evaluated');
    await pressOn(page, page.locator('.target-table tbody a').first());
    await pressOn(page, page.getByRole('link', { name: '回放与核验' }));
    const slider = page.getByLabel('拖动到某一步');
    await reach(page, slider);
    const at = (step: string): Locator => slider.and(page.locator(`[value="${step}"]`));
    await page.keyboard.press('Home');
    await at('0').waitFor();
    await page.keyboard.press('ArrowRight');
    await at('1').waitFor();
    expect(await page.locator('.paper').isVisible()).toBe(true);
  });
}

const focused = (target: Locator): Locator => target.and(target.page().locator(':focus'));

/** Past the header and the menu, as whoever has no mouse goes. */
async function openFirstTask(page: Page): Promise<void> {
  const task = page.locator('.task-card a').first();
  await task.waitFor();
  await pressOn(page, page.getByRole('link', { name: '跳到正文' }));
  await pressOn(page, task);
}

/** Tab until it has the focus. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if ((await focused(target).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(MOST_TABS)} presses of Tab do not lead to ${String(target)}`);
}

async function pressOn(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

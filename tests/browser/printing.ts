import { drawn, type Office } from './office.ts';

/** What leaves the printer: the form and the slip of opinions, white and without what is only for screens. */
export function printing(office: () => Office): void {
  let id = '';
  beforeAll(async () => {
    const { body } = await (await office().system.as('auditor')).get('/api/targets?state=evaluated&limit=1');
    id = (body['items'] as { id: string }[])[0]?.id ?? '';
  });

  it.each([
    ['form', '', '.paper-title', '绩效目标申报表'],
    ['slip', '?tab=opinions', '.slip-title', '绩效目标审批单'],
  ])('%s', async (name, tab, title, words) => {
    const page = await office().as('performance', `/targets/${id}${tab}`);
    await drawn(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.setViewportSize({ width: 720, height: 1000 });
    await office().shoot(page, `print-${name}`);
    expect(await page.locator(title).textContent()).toContain(words);
    expect(await page.locator(title).isVisible()).toBe(true);
    for (const screenOnly of ['.frame-header', '.frame-menu', '.tabs', '.action-bar', '.page-head'])
      expect(await page.locator(screenOnly).filter({ visible: true }).count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(720);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(5_000);
  });
}

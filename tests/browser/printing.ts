import { drawn, type Office } from './office.ts';
import { presented } from './prepared.ts';

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

  it('a long indicator leaves the other columns of its table their room', async () => {
    const clerk = await office().system.as('clerk');
    const draft = await presented(office().system);
    const { body } = await clerk.get(`/api/targets/${draft}`);
    const form = body['form'] as { indicators: { name: string }[] };
    const indicators = form.indicators.map((row) => ({ ...row, name: row.name.repeat(30).slice(0, 200) }));
    const { body: long } = await clerk.post('/api/targets', {
      campaignId: body['campaignId'],
      unitCode: '301001',
      form: { ...form, indicators },
    });
    const page = await office().as('clerk', `/targets/${String(long.id)}`);
    await drawn(page);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 720, height: 1000 });
    await office().shoot(page, 'print-long');
    const value = page.locator('.paper td[data-path$="/value"]').first();
    expect((await value.boundingBox())?.width).toBeGreaterThan(50);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(720);
  });
}

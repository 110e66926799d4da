import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AxeResults } from 'axe-core';
import { type Page } from 'playwright-core';
import { drawn, signIn, SIZES, type Office } from './office.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const PAGES: readonly (readonly [string, string, (id: string) => string])[] = [
  ['workbench', 'section', () => '/'],
  ['target-list', 'performance', () => '/targets'],
  ['target', 'performance', (id) => `/targets/${id}`],
  ['opinions', 'performance', (id) => `/targets/${id}?tab=opinions`],
  ['result', 'performance', (id) => `/targets/${id}?tab=result`],
  ['replay', 'auditor', (id) => `/targets/${id}/replay`],
  ['review-desk', 'section', () => '/review'],
  ['new-target', 'clerk', () => '/targets/new'],
  ['nowhere', 'clerk', () => '/nowhere'],
  ['progress', 'leader', () => '/progress'],
  ['inbox', 'head', () => '/inbox'],
  ['inbox-preferences', 'section', () => '/inbox?tab=preferences'],
  ['inbox-channels', 'admin', () => '/inbox?tab=channels'],
  ['library', 'clerk', () => '/library'],
  ['campaigns', 'performance', () => '/campaigns'],
  ['new-campaign', 'performance', () => '/campaigns?new='],
  ['organisation', 'admin', () => '/organisation'],
  ['security', 'security', () => '/security'],
];

/** Every page at two sizes: nothing wider than the screen, nothing serious for axe; the pictures are for people. */
export function looks(office: () => Office): void {
  let evaluated = '';
  beforeAll(async () => {
    const { body } = await (await office().system.as('auditor')).get('/api/targets?state=evaluated&limit=1');
    evaluated = (body['items'] as { id: string }[])[0]?.id ?? '';
  });

  describe.each(['office', 'phone'] as const)('on the screen of %s', (size) => {
    it.each(PAGES)('%s', async (name, who, path) => {
      const page = await office().as(who, path(evaluated), size);
      await drawn(page);
      await office().shoot(page, `${name}-${size}`);
      expect(await widthOf(page)).toBeLessThanOrEqual(SIZES[size].width);
      expect(await seriousIn(page)).toEqual([]);
      if (size === 'phone') return;
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-theme=dark]').waitFor();
      await office().shoot(page, `${name}-dark`);
      expect(await seriousIn(page)).toEqual([]);
    });
  });

  it.each([
    ['replay', (id: string) => `/targets/${id}/replay`],
    ['review desk', (id: string) => `/review/${id}`],
  ])('the tables of a form fit beside the panel of the %s', async (_, path) => {
    const page = await office().as('performance', path(await withBudget(office())));
    await drawn(page);
    await page.locator('.paper').getByRole('region', { name: '支出明细预算' }).waitFor();
    expect(await cutOff(page)).toEqual([]);
  });

  /** An office's screen at 150 and 133 %, and a small notebook's. */
  it.each([911, 1024, 1280])('the first column of a list stays readable at %i pixels', async (width) => {
    const page = await office().as('performance');
    await page.setViewportSize({ width, height: 512 });
    for (const path of ['/targets', '/library', '/progress?tab=gate']) {
      await office().go(page, path);
      await drawn(page);
      const named = page.locator('.ant-table-tbody td:first-child').filter({ has: page.locator('a') });
      expect([path, ((await named.first().boundingBox())?.width ?? 0) > 140]).toEqual([path, true]);
    }
    await office().shoot(page, `gate-${String(width)}`);
  });

  it('signing in and 待办 weigh less than 300 kB together', async () => {
    const page = await office().screen();
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) =>
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize)),
    );
    await office().go(page, '/');
    await signIn(page, 'section');
    await page.locator('.task-card').first().waitFor();
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    process.stderr.write(`signing in and 待办: ${(bytes / 1000).toFixed(0)} kB\n`);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(300_000);
  });
}

const widthOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth');

/** An evaluated target whose form says in a table what the money is for. */
async function withBudget({ system }: Office): Promise<string> {
  const auditor = await system.as('auditor');
  const { body } = await auditor.get('/api/targets?state=evaluated&limit=100');
  for (const { id } of body['items'] as { id: string }[]) {
    const { form } = (await auditor.get(`/api/targets/${id}`)).body as unknown as {
      form: { budgetItems?: readonly object[] };
    };
    if ((form.budgetItems ?? []).length > 0) return id;
  }
  throw new Error('no evaluated target says what its money is for');
}

/** The names of the tables of which something is to the right of what is seen. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('.paper .paper-scroll')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map((table) => table.getAttribute('aria-label'))`);

async function seriousIn(page: Page): Promise<string[]> {
  // Our own policy forbids scripts from elsewhere, so axe comes in through the debugger.
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

import { type Page } from 'playwright-core';
import { type Office } from './office.ts';

const INDICATORS = 200;
const KEYS = 52;
/** What every second letter needs at most: a form drawn anew for each letter needs more. */
const USUAL_MS = 300;
/** What one letter in twenty may wait for while other programs keep the machine busy. */
const MOST_MS = 1_500;

/** From the key to the painted letter, in a form far larger than any that was filed. */
export function typing(office: () => Office): void {
  it('what is typed is painted at once', async () => {
    const id = await draftOf(office);
    const page = await office().as('clerk2', `/targets/${id}/edit`);
    await page
      .locator('#edit-indicators tbody tr')
      .nth(INDICATORS - 1)
      .waitFor();
    await page.getByLabel('项目概况', { exact: true }).click();
    const inField = await latencies(page);
    await page.locator('#edit-indicators td[data-row="120"][data-column="6"]').dblclick();
    const inGrid = await latencies(page);
    process.stderr.write(`typing, 200 indicators: ${said('field', inField)}; ${said('grid', inGrid)}\n`);
    expect(inField).toHaveLength(KEYS);
    expect(inGrid).toHaveLength(KEYS);
    for (const times of [inField, inGrid]) {
      expect(quantile(times, 0.5)).toBeLessThan(USUAL_MS);
      expect(quantile(times, 0.95)).toBeLessThan(MOST_MS);
    }
  });
}

/** Milliseconds from each key to the frame after it was drawn. */
async function latencies(page: Page): Promise<number[]> {
  await page.evaluate(`
    window.allPainted = new Promise((resolve) => {
      const painted = [];
      const onKey = ({ timeStamp }) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          painted.push(performance.now() - timeStamp);
          if (painted.length < ${String(KEYS)}) return;
          removeEventListener('keydown', onKey, true);
          resolve(painted);
        };
        port2.postMessage(null);
      });
      addEventListener('keydown', onKey, true);
    });
    undefined`);
  for (const letter of 'abcdefghijklmnopqrstuvwxyz'.repeat(2))
    await page.keyboard.press(letter, { delay: 10 });
  // The page's policy forbids polling by script, so the page says itself when the last letter is there.
  return page.evaluate<number[]>('window.allPainted');
}

const quantile = (times: readonly number[], part: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * part)] ?? Infinity;

const said = (where: string, times: readonly number[]): string =>
  `${where} median ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`;

async function draftOf(office: () => Office): Promise<string> {
  const clerk = await office().system.as('clerk2');
  const { body: campaigns } = await clerk.get('/api/campaigns');
  const open = (campaigns['items'] as { id: string; state: string }[]).find(({ state }) => state === 'open');
  const { body } = await clerk.post('/api/targets', {
    campaignId: open?.id,
    unitCode: '301002',
    form: { kind: 'project', name: '二百项指标的申报表', indicators: indicators() },
  });
  expect(body).toHaveProperty('id');
  return String(body.id);
}

const indicators = (): object[] =>
  Array.from({ length: INDICATORS }, (_, index) => ({
    id: `row-${String(index)}`,
    level1: index % 2 === 0 ? '产出指标' : '效益指标',
    level2: index % 2 === 0 ? '数量指标' : '社会效益指标',
    name: `第 ${String(index + 1)} 段堤防防治长度`,
    operator: '≥',
    value: String(index + 1),
    unit: '公里',
    scoringRule: '每少1%扣0.1分，扣完为止。',
    weight: '0.45',
  }));

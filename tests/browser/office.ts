import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { PASSWORD, RunningSystem } from '../end-to-end/running-system.ts';

const CHROMIUM = process.env['MUBIAO_CHROMIUM'] ?? '/usr/bin/chromium';
export const hasChromium = existsSync(CHROMIUM);
/** Nothing of the browser's own goes out to the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const SCREENSHOTS = join(import.meta.dirname, '../../.cache/screenshots');

/** 1366×768, as the machines of an office are, and a phone. */
export const SIZES = {
  office: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

/** The running product with people before their screens, each in a browser context of their own. */
export class Office {
  private readonly pages: Page[] = [];
  /** What a page complained of by itself: broken scripts, refused resources. */
  readonly complaints: string[] = [];

  private constructor(
    readonly system: RunningSystem,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Office> {
    const system = await RunningSystem.start();
    try {
      return new Office(system, await chromium.launch({ executablePath: CHROMIUM, args: FLAGS }));
    } catch (error) {
      await system.down();
      throw error;
    }
  }

  /** A new screen, not signed in. */
  async screen(size: keyof typeof SIZES = 'office'): Promise<Page> {
    const context = await this.browser.newContext({ viewport: SIZES[size], locale: 'zh-CN' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !/status of 4\d\d/.test(text)) this.complaints.push(text);
    });
    this.pages.push(page);
    return page;
  }

  /** Somebody who has signed in and looks at their 工作台. */
  async as(username: string, size: keyof typeof SIZES = 'office'): Promise<Page> {
    const page = await this.screen(size);
    await page.goto(this.system.base);
    await signIn(page, username);
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    return page;
  }

  go(page: Page, path: string): Promise<unknown> {
    return page.goto(`${this.system.base}${path}`);
  }

  async shoot(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.system.down();
  }
}

export async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
}

/** Pastes a block where the focus is, as from Excel. What runs in the page is text: only there is a DOM. */
export function paste(page: Page, block: string): Promise<unknown> {
  return page.evaluate(`
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(block)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));`);
}

/** The id of the target that a page shows. */
export const idIn = (page: Page): string =>
  /\/(?:targets|review)\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

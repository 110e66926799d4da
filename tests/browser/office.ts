import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
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
/** Refusals are tested as such, and so is a server that is away. */
const EXPECTED = /status of 4\d\d|ERR_CONNECTION_|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED/;
const SCREENSHOTS = join(import.meta.dirname, '../../.cache/screenshots');

/** 1366×768, as the machines of an office are, and a phone. */
export const SIZES = {
  office: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

export type Size = keyof typeof SIZES;
type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

/** The running product with people before their screens, each in a browser context of their own. */
export class Office {
  private readonly open: BrowserContext[] = [];
  /** Cookies by user name: who has signed in once need not do so for every screen. */
  private readonly known = new Map<string, Kept>();
  /** What a page complained of by itself: broken scripts, refused resources. */
  readonly complaints: string[] = [];

  private constructor(
    readonly system: RunningSystem,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Office> {
    const system = await RunningSystem.start({
      MUBIAO_DEMO_PASSWORD: PASSWORD,
      // So that a file too large need not be large.
      MUBIAO_ATTACHMENT_MB: '1',
    });
    try {
      return new Office(system, await chromium.launch({ executablePath: CHROMIUM, args: FLAGS }));
    } catch (error) {
      await system.down();
      throw error;
    }
  }

  /** A new screen, not signed in unless cookies are given. */
  async screen(size: Size = 'office', kept?: Kept): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: SIZES[size],
      locale: 'zh-CN',
      reducedMotion: 'reduce',
      ...(kept && { storageState: kept }),
    });
    this.open.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !EXPECTED.test(text)) this.complaints.push(text);
    });
    return page;
  }

  /** Somebody who has signed in, at an address. */
  async as(username: string, path = '/', size: Size = 'office'): Promise<Page> {
    const kept = this.known.get(username) ?? (await this.admit(username));
    const page = await this.screen(size, kept);
    await this.go(page, path);
    return page;
  }

  go(page: Page, path: string): Promise<unknown> {
    return page.goto(`${this.system.base}${path}`);
  }

  async shoot(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
  }

  /** Everybody goes home: the screens of one test are not those of the next. */
  async leave(): Promise<void> {
    await Promise.all(this.open.splice(0).map((context) => context.close()));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.system.down();
    rmSync(this.system.folder, { recursive: true, force: true });
  }

  /** Switched off and on again on the same data. The demo's password is set anew, which ends every session. */
  async off(): Promise<void> {
    await this.system.down();
    this.known.clear();
  }

  /** Somebody's session is at an end: they sign in anew where they are next seen. */
  forget(username: string): void {
    this.known.delete(username);
  }

  private async admit(username: string): Promise<Kept> {
    const page = await this.screen();
    await this.go(page, '/');
    await signIn(page, username);
    await page.locator('.frame-person').waitFor();
    const kept = await page.context().storageState();
    this.known.set(username, kept);
    return kept;
  }
}

export async function signIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
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

/** Requests to these addresses wait until they are released. */
export async function held(page: Page, addresses: string): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(addresses, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Nothing of the page is being fetched any more. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('main :is(h1, .state)').first().waitFor();
  await page.locator('[aria-label=正在载入]').first().waitFor({ state: 'detached' });
}

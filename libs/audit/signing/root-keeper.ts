import { catchUpLog } from '../record/index.ts';
import { deliverToFile } from './outside-file.ts';
import { deliverToWebhook } from './outside-webhook.ts';
import { signRoot, type SignerOptions } from './root-signer.ts';
import { type SignedRoot } from './seals-stream.ts';

export interface KeeperOptions extends SignerOptions {
  /** The copy in the data folder. */
  outsideFile: string;
  webhook?: string | undefined;
  log: (sentence: string, error?: unknown) => void;
}

/** Signs the log's root and hands what was signed outside: at intervals, and whenever it is asked to. */
export class RootKeeper {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: KeeperOptions) {}

  /** The first time at once: what a crash kept from being handed out is handed out then. */
  start(everyMs: number): void {
    const again = (): void => void this.signAndDeliver().catch(() => undefined);
    this.timer = setInterval(again, everyMs);
    again();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running.catch(() => undefined);
  }

  /** One at a time. @throws what stands in the way, after it was logged */
  signAndDeliver(): Promise<SignedRoot | null> {
    const next = this.running.catch(() => undefined).then(() => this.once());
    this.running = next;
    return next;
  }

  private async once(): Promise<SignedRoot | null> {
    const { log } = this.options;
    try {
      // A root covers everything there is when it is asked for, whether or not the log was followed so far.
      await catchUpLog(this.options);
      const root = await signRoot(this.options);
      await this.deliver();
      return root;
    } catch (error) {
      log('签名根未能生成或送出，将重试', error);
      throw error;
    }
  }

  /** A webhook that is away must not keep the file from being written. */
  private async deliver(): Promise<void> {
    const { store, pool, outsideFile, webhook } = this.options;
    await deliverToFile(store, outsideFile);
    if (webhook !== undefined) await deliverToWebhook(store, pool, webhook);
  }
}

import type { Batch, BatchWriter, Prepared } from './batch-writer.ts';

/**
 * Two batches on their way: while PostgreSQL writes the rows of one, those of the next are worked out. The one batch
 * that is being written is the only one that can fail halfway, and nothing is written behind it then.
 */
export class Pipeline {
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly writer: BatchWriter,
    private readonly write: (batch: Batch, prepared: Prepared | null) => Promise<void>,
  ) {}

  /** Resolves when the batch is being written. @throws what the batch before it failed with */
  async take(batch: Batch): Promise<void> {
    // What cannot be worked out beforehand is tried again in its turn, where a failure is looked into.
    const prepared = await this.writer.prepare(batch, this.writing).catch(() => null);
    await this.writing;
    this.writing = this.write(batch, prepared);
    // Seen by the next batch, or by whoever waits for the end.
    this.writing.catch(() => undefined);
  }

  /** When everything taken is written. @throws what the last batch failed with */
  settled(): Promise<void> {
    return this.writing;
  }
}

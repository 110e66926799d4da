import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkHistory, keysUsed, rotateSigningKey, signRoot, type HistoryVerdict } from '#audit';
import { canonicalText, sealOf, verifyStream, type Envelope } from '#event-store';
import { auditedCounty, type AuditedCounty } from './audited-county.ts';

/** Whoever owns the database may write what they like into it; the copy outside is not theirs. */
describe("the database's owner", () => {
  let county: AuditedCounty;
  let outside: string;
  let first: string;
  let second: string;
  const sql = (text: string, values: unknown[] = []) => county.pool.query(text, values);
  const checked = (): Promise<HistoryVerdict> => checkHistory(county.options, outside);
  const signed = async (): Promise<void> => {
    await county.log.caughtUp();
    await county.keeper.signAndDeliver();
  };

  /** Every event of a stream from a revision on, changed and sealed anew, so that the chain holds. */
  async function rewrite(
    stream: string,
    from: number,
    change: (envelope: Envelope) => Envelope,
  ): Promise<void> {
    const events = await county.store.readStream(stream);
    let previous = events[from - 1]?.seal ?? null;
    for (const { body, revision } of events.slice(from)) {
      const text = canonicalText(change({ ...(JSON.parse(body) as Envelope), previous }));
      previous = sealOf(text);
      await sql('update store.events set body = $1, seal = $2 where stream = $3 and revision = $4', [
        text,
        previous,
        stream,
        revision,
      ]);
    }
    expect(verifyStream(await county.store.readStream(stream))).toMatchObject({ intact: true });
  }

  /** And the log anew from the forged feed, as if it had never been otherwise. */
  async function forgeLog(): Promise<void> {
    await sql('truncate audit.leaf, audit.node');
    await sql('update audit.log set size = 0, position = null');
    county.log.another();
    await county.log.caughtUp();
  }

  beforeEach(async () => {
    county = await auditedCounty();
    first = `target-${await county.target('河道保洁', 4)}`;
    await signed();
    second = `target-${await county.target('水库除险')}`;
    await signed();
    outside = readFileSync(county.options.outsideFile, 'utf8');
  });
  afterEach(() => county.close());

  it('who changes nothing is believed', async () => {
    await county.target('后来的');
    const verdict = await checked();
    expect(verdict).toMatchObject({ intact: true, root: { size: verdict.events - 3 } });
  });

  it('cuts the tail of a stream', async () => {
    await sql('delete from store.events where stream = $1 and revision >= 1', [second]);
    expect((await checked()).firstBad).toEqual({ why: 'cut', stream: second, revision: 1 });
  });

  it('cuts the tail of the feed with the roots over it, as an older backup would', async () => {
    await county.target('后来的');
    await county.log.caughtUp();
    await county.keeper.signAndDeliver();
    const later = readFileSync(county.options.outsideFile, 'utf8');
    const revision = later.trimEnd().split('\n').length - 1;
    await sql(`delete from store.events where stream = 'seals' and revision = ${revision}`);
    const { firstBad } = await checkHistory(county.options, later);
    expect(firstBad).toEqual({ why: 'behind', stream: 'seals', revision });
  });

  it('drops a whole stream', async () => {
    await sql('delete from store.events where stream = $1', [first]);
    expect(verifyStream(await county.store.readStream(first))).toMatchObject({ intact: true });
    expect((await checked()).firstBad).toEqual({ why: 'missing', stream: first, revision: 0 });
  });

  it('rewrites a chain with all its hashes', async () => {
    await rewrite(first, 2, (envelope) => ({ ...envelope, actor: { user: 'somebody-else' } }));
    expect((await checked()).firstBad).toEqual({ why: 'rewritten', stream: first, revision: 2 });
  });

  it('rewrites a chain and the log over it', async () => {
    await rewrite(first, 2, (envelope) => ({ ...envelope, actor: { user: 'somebody-else' } }));
    await forgeLog();
    const { firstBad } = await checked();
    const { data } = JSON.parse(outside.split('\n')[1]!) as Envelope<unknown, { size: number }>;
    expect(firstBad).toEqual({ why: 'rewritten', between: [0, data.size] });
    await county.target('再来一个');
    await county.log.caughtUp();
    await expect(county.keeper.signAndDeliver()).rejects.toThrow('历史可能被改动');
  });

  it('rewrites the signed roots as well, under a key of their own', async () => {
    await rewrite(first, 2, (envelope) => ({ ...envelope, actor: { user: 'somebody-else' } }));
    await forgeLog();
    await sql(`delete from store.events where stream = 'seals'`);
    rotateSigningKey(county.options.keyFile);
    await signRoot({ ...county.options });
    expect((await checked()).firstBad).toEqual({ why: 'seals', stream: 'seals', revision: 0 });
    expect(await keysUsed(county.store)).toHaveLength(1);
  });

  it('changes a word and forgets the hash', async () => {
    await sql(
      `update store.events set body = replace(body, '河道', '河流') where stream = $1 and revision = 1`,
      [first],
    );
    expect((await checked()).firstBad).toEqual({ why: 'seal', stream: first, revision: 1 });
  });

  it('shows a copy that was made up', async () => {
    const made = join(county.folder, 'made-up.jsonl');
    writeFileSync(made, outside.replace(/"root":"../, '"root":"00'));
    const { firstBad } = await checkHistory(county.options, readFileSync(made, 'utf8'));
    expect(firstBad).toEqual({ why: 'outside' });
    expect((await checkHistory(county.options, '')).firstBad).toEqual({ why: 'outside' });
  });
});

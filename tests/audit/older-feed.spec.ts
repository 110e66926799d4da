import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { lastRoot, writePackage } from '#audit';
import { CheckpointAhead } from '#event-store';
import { auditedCounty, type AuditedCounty } from './audited-county.ts';

/** The events were put back from an older backup than the log over them. */
describe('a log that goes further than the feed', () => {
  let county: AuditedCounty;
  beforeEach(async () => {
    county = await auditedCounty();
    await county.target('河道保洁');
    await county.log.caughtUp();
    await county.keeper.signAndDeliver();
    const head = await county.store.head();
    await county.target('水库除险');
    await county.log.caughtUp();
    await county.log.stop();
    // Nobody works on a system whose backup is put back.
    await county.application.close();
    await county.pool.query('delete from store.events where position > $1', [head]);
  });
  afterEach(() => county.close());

  it('is not followed on, and it is said why', async () => {
    const told = await new Promise((resolve) => county.log.another((_, error) => resolve(error)));
    expect(told).toBeInstanceOf(CheckpointAhead);
  });

  it('is neither signed nor packed', async () => {
    const before = await lastRoot(county.store);
    await expect(county.keeper.signAndDeliver()).rejects.toBeInstanceOf(CheckpointAhead);
    const order = { id: randomUUID(), scope: { campaign: 'c' }, by: '审计组' };
    const out = createWriteStream(join(county.folder, 'package.zip'));
    await expect(writePackage(county.options, order, out)).rejects.toBeInstanceOf(CheckpointAhead);
    expect(await lastRoot(county.store)).toEqual(before);
  });
});

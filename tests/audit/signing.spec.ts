import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import {
  consistencyRanges,
  hashesOf,
  inclusionRanges,
  isSigned,
  keysUsed,
  lastRoot,
  leafData,
  leafHash,
  leavesOf,
  logState,
  provesConsistency,
  provesInclusion,
  RootContradicted,
  rootOfSize,
  rotateSigningKey,
  SEALS,
  signedText,
  successionText,
  OutsideContradicted,
  type SignedRoot,
} from '#audit';
import { verifyStream, type StoredEvent } from '#event-store';
import { auditedCounty, type AuditedCounty } from './audited-county.ts';

const root = ({ size, root: hash }: SignedRoot) => ({ size, root: Buffer.from(hash, 'hex') });
const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);

describe('signed roots', () => {
  let county: AuditedCounty;
  const signed = async (): Promise<SignedRoot> => {
    await county.log.caughtUp();
    return (await county.keeper.signAndDeliver())!;
  };
  beforeEach(async () => (county = await auditedCounty()));
  afterEach(() => county.close());

  it('cover every event of the feed but their own, each with a proof', async () => {
    const id = await county.target('河道保洁');
    const first = await signed();
    await county.target('水库除险');
    const second = await signed();
    const { events } = await county.store.readAll();
    expect(second.size).toBe(events.filter(({ stream }) => stream !== SEALS).length);
    const { size } = second;
    const leaves = await leavesOf(county.pool, `target-${id}`);
    for (const event of await county.store.readStream(`target-${id}`)) {
      const leaf = leaves.get(event.revision)!;
      const proof = await hashesOf(county.pool, inclusionRanges(leaf, size));
      expect(provesInclusion({ leaf, hash: leafHash(leafData(event)), proof }, root(second))).toBe(true);
    }
    const proof = await hashesOf(county.pool, consistencyRanges(first.size, size));
    expect(provesConsistency(root(first), root(second), proof)).toBe(true);
    expect(await rootOfSize(county.store, first.size)).toEqual(first);
    expect(await rootOfSize(county.store, first.size + 1)).toBeNull();
  });

  it('are signed once, however many ask and follow, and only when something was added', async () => {
    county.log.another();
    county.log.another();
    for (const name of ['一', '二', '三', '四']) await county.target(name);
    const roots = await Promise.all([signed(), signed(), signed()]);
    expect(new Set(roots.map(({ revision }) => revision)).size).toBe(1);
    expect(await county.keeper.signAndDeliver()).toEqual(roots[0]);
    await county.log.stop();
    const { size } = await logState(county.pool);
    const { rows } = await county.pool.query<{ count: string }>('select count(*) from audit.leaf');
    expect(Number(rows[0]!.count)).toBe(size);
  });

  it('carry a signature that holds, by a key file that only its owner reads', async () => {
    await county.target('河道保洁');
    const last = await signed();
    const [key] = await keysUsed(county.store);
    expect(isSigned(signedText(last), last.signature, key!.publicKey)).toBe(true);
    expect(isSigned(signedText({ ...last, size: last.size + 1 }), last.signature, key!.publicKey)).toBe(
      false,
    );
    expect(statSync(county.options.keyFile).mode & 0o777).toBe(0o600);
    expect(last.origin).toBe('mubiao/430699');
  });

  it('name the next key by the signature of the one before it', async () => {
    await county.target('河道保洁');
    const before = await signed();
    const rotated = rotateSigningKey(county.options.keyFile);
    await county.target('水库除险');
    const after = await signed();
    expect([before.keyId, after.keyId]).toEqual([rotated.from, rotated.to]);
    const [now, then] = await keysUsed(county.store);
    expect(now!.previous).toMatchObject({ keyId: then!.keyId, revision: then!.revision });
    const { publicKey, previous } = now!;
    expect(isSigned(successionText(publicKey), previous!.signature!, then!.publicKey)).toBe(true);
  });

  it('are signed by a key from a variable, which the file that it takes over from names', async () => {
    await county.target('河道保洁');
    const before = await signed();
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    county.options.keyText = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await county.target('水库除险');
    const after = await signed();
    const [now] = await keysUsed(county.store);
    expect(now!.publicKey).toBe(publicKey.export({ type: 'spki', format: 'der' }).toString('base64'));
    expect(isSigned(signedText(after), after.signature, now!.publicKey)).toBe(true);
    expect(now!.previous).toMatchObject({ keyId: before.keyId, signature: expect.any(String) as string });
  });

  it('need no key file where the key is in a variable', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    county.options.keyText = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await county.target('河道保洁');
    await signed();
    expect(existsSync(county.options.keyFile)).toBe(false);
  });

  it('stand outside as a chain of its own, whole after a line that was cut short', async () => {
    const { outsideFile } = county.options;
    await county.target('河道保洁');
    await signed();
    appendFileSync(outsideFile, '{"actor":');
    await county.target('水库除险');
    await signed();
    const stored = await county.store.readStream(SEALS);
    expect(linesOf(outsideFile)).toEqual(stored.map(({ body }) => body));
    const outside = linesOf(outsideFile).map(
      (body, revision) => ({ ...stored[revision], body }) as StoredEvent,
    );
    expect(verifyStream(outside)).toMatchObject({ intact: true, events: 3 });
    expect((await lastRoot(county.store))!.revision).toBe(2);
  });

  it('are never put beside an outside copy that says otherwise', async () => {
    const { outsideFile } = county.options;
    await county.target('河道保洁');
    await signed();
    const [key, line] = linesOf(outsideFile);
    writeFileSync(outsideFile, `${key!}\n${line!.replace('"size":', '"size":1')}\n`);
    await county.target('水库除险');
    await county.log.caughtUp();
    await expect(county.keeper.signAndDeliver()).rejects.toBeInstanceOf(OutsideContradicted);
    expect(linesOf(outsideFile)).toHaveLength(2);
  });

  it('are not signed over a log that contradicts the last one', async () => {
    await county.target('河道保洁');
    await signed();
    await county.pool.query(`update audit.node set hash = decode(repeat('00', 32), 'hex')`);
    await county.target('水库除险');
    await county.log.caughtUp();
    await expect(county.keeper.signAndDeliver()).rejects.toBeInstanceOf(RootContradicted);
    expect(county.said.join()).toContain('历史可能被改动');
  });

  it('are posted to an address until it takes them', async () => {
    const taken: string[] = [];
    let isAway = true;
    const server = createServer((request, reply) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      request.on('end', () => {
        if (!isAway) taken.push(...text.split('\n').slice(0, -1));
        reply.writeHead(isAway ? 503 : 204).end();
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    county.options.webhook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/roots`;
    await county.target('河道保洁');
    await county.log.caughtUp();
    await expect(county.keeper.signAndDeliver()).rejects.toThrow('503');
    isAway = false;
    await county.keeper.signAndDeliver();
    await county.keeper.signAndDeliver();
    expect(taken).toEqual(linesOf(county.options.outsideFile));
    await new Promise((resolve) => server.close(resolve));
  });
});

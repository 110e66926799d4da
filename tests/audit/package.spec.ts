import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomInt, randomUUID } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { NothingToPackage, verifyPackage, writePackage, type Manifest, type PackageScope } from '#audit';
import { INSTALLATION } from '#application';
import { DEFAULT_RULE_SET } from '#domain';
import { request } from '../../libs/application/given.ts';
import { auditedCounty, type AuditedCounty } from './audited-county.ts';

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');
const bytes = (content: string): Uint8Array => new Uint8Array(Buffer.from(content));

describe('an audit package', () => {
  let county: AuditedCounty;
  let made: string;
  let id: string;
  let manifest: Manifest;
  const path = (name: string): string => join(county.folder, name);
  const pack = async (scope: PackageScope, file: string): Promise<Manifest> =>
    writePackage(county.options, { id: randomUUID(), scope, by: '审计组' }, createWriteStream(file));
  /** The package with its entries changed, as somebody with a zip program would leave it. */
  const changed = (change: (entries: Record<string, Uint8Array>) => void): string => {
    const entries = unzipSync(new Uint8Array(readFileSync(made)));
    change(entries);
    writeFileSync(path('changed.zip'), zipSync(entries));
    return path('changed.zip');
  };
  const events = (): string => `target-${id}/events.jsonl`;
  const linesOf = (entries: Record<string, Uint8Array>, name: string): string[] =>
    text(entries[name]).split('\n').slice(0, -1);
  const withLines = (lines: readonly string[]): Uint8Array =>
    bytes(lines.map((line) => `${line}\n`).join(''));

  beforeAll(async () => {
    county = await auditedCounty();
    id = await county.target('河道保洁', 4);
    await county.keeper.signAndDeliver().catch(() => undefined);
    await county.target('水库除险');
    await county.log.caughtUp();
    await county.keeper.signAndDeliver();
    await county.application.send(id, { type: 'PresentTarget' }, request('clerk'));
    made = path('target.zip');
    manifest = await pack({ target: id }, made);
  });
  afterAll(() => county.close());

  it('holds the record whole: events as stored, forms, history, proofs, roots', async () => {
    const entries = unzipSync(new Uint8Array(readFileSync(made)));
    const stored = await county.store.readStream(`target-${id}`);
    expect(linesOf(entries, events())).toEqual(stored.map(({ body }) => body));
    expect(linesOf(entries, `target-${id}/forms.jsonl`)).toHaveLength(5);
    const document = unzipSync(entries[`target-${id}/history.docx`] ?? new Uint8Array());
    const history = text(document['word/document.xml']).replaceAll(/<[^>]+>/g, ' ');
    for (const words of [
      '河道保洁',
      '建立草稿',
      '提交单位审核',
      '三级指标 保洁里程；指标值类型 ≥',
      stored[5]!.seal,
    ])
      expect(history).toContain(words);
    expect(history).not.toContain('线下报送');
    expect(manifest.streams.map(({ stream }) => stream)).toEqual(['campaign-c', `target-${id}`]);
    const everything = Object.values(entries).map(text).join('');
    expect(everything).not.toContain('13900000000');
    expect(everything).not.toContain('周宁');
  });

  it('holds what was sent about its targets, and to units that had none in its campaign or department', async () => {
    const line = (title: string) => ({ sentAt: '', recipient: 'clerk', title, deliveries: [] });
    const reminders = (scope: PackageScope) => Promise.resolve([line(JSON.stringify(scope))]);
    const sentIn = async (scope: PackageScope): Promise<Record<string, unknown>> => {
      const out = createWriteStream(path('told.zip'));
      await writePackage({ ...county.options, reminders }, { id: randomUUID(), scope, by: '审计组' }, out);
      expect(await verifyPackage(path('told.zip'))).toMatchObject({ intact: true });
      const entries = unzipSync(new Uint8Array(readFileSync(path('told.zip'))));
      const told = Object.keys(entries).filter((name) => name.endsWith('reminders.jsonl'));
      return Object.fromEntries(told.map((name) => [name, JSON.parse(text(entries[name])) as unknown]));
    };
    const about = line(JSON.stringify({ target: id }));
    expect(await sentIn({ target: id })).toEqual({ [`target-${id}/reminders.jsonl`]: about });
    for (const scope of [{ campaign: 'c' }, { department: '101' }])
      expect(await sentIn(scope)).toMatchObject({
        'reminders.jsonl': line(JSON.stringify(scope)),
        [`target-${id}/reminders.jsonl`]: about,
      });
  });

  it('is verified without the system, and against the copy of roots outside', async () => {
    await county.keeper.signAndDeliver();
    const outside = county.options.outsideFile;
    expect(await verifyPackage(made)).toEqual({ intact: true, events: 7, root: manifest.root });
    expect(await verifyPackage(made, outside)).toMatchObject({ intact: true, outside: 'agrees' });
    const [first = '', second = ''] = readFileSync(outside, 'utf8').split('\n');
    writeFileSync(path('early.jsonl'), `${first}\n${second}\n`);
    expect(await verifyPackage(made, path('early.jsonl'))).toMatchObject({
      intact: true,
      outside: 'shorter',
    });
  });

  it.each<[string, string, number, (lines: string[]) => string[]]>([
    ['a changed word', 'seal', 2, (lines) => lines.with(2, lines[2]!.replace('clerk', 'clark'))],
    ['an event dropped from within', 'seal', 2, (lines) => lines.toSpliced(2, 1)],
    ['the last event dropped', 'missing', 5, (lines) => lines.slice(0, -1)],
    ['an event twice', 'seal', 3, (lines) => lines.toSpliced(3, 0, lines[2]!)],
    ['an event added at the end', 'added', 6, (lines) => [...lines, lines[5]!]],
    ['two events swapped', 'seal', 1, (lines) => lines.with(1, lines[2]!).with(2, lines[1]!)],
  ])('names %s', async (_, why, revision, change) => {
    const broken = changed((entries) => (entries[events()] = withLines(change(linesOf(entries, events())))));
    const { intact, firstBad } = await verifyPackage(broken);
    expect(intact).toBe(false);
    expect(firstBad).toMatchObject({ why, stream: `target-${id}`, revision });
  });

  it('names files that were changed, added or taken', async () => {
    const page = `target-${id}/history.docx`;
    const proofs = `target-${id}/proofs.jsonl`;
    const verdicts = [
      await verifyPackage(changed((entries) => (entries[page] = bytes(text(entries[page]).slice(1))))),
      await verifyPackage(changed((entries) => (entries['more.txt'] = bytes('x')))),
      await verifyPackage(changed((entries) => Reflect.deleteProperty(entries, page))),
      await verifyPackage(
        changed((entries) => (entries[proofs] = bytes(text(entries[proofs]).replace('"leaf":', '"leaf":1')))),
      ),
      await verifyPackage(changed(() => undefined)),
    ];
    expect(verdicts.map(({ firstBad }) => firstBad)).toMatchObject([
      { why: 'file', file: page },
      { why: 'added', file: 'more.txt' },
      { why: 'missing', file: page },
      { why: 'file', file: proofs },
      { why: 'container' },
    ]);
  });

  it('finds any single flipped byte of the file', async () => {
    const whole = readFileSync(made);
    const broken = path('flipped.zip');
    for (let count = 0; count < 300; count += 1) {
      const flipped = Buffer.from(whole);
      const at = randomInt(whole.length);
      flipped[at]! ^= 1 << randomInt(8);
      writeFileSync(broken, flipped);
      const { intact, firstBad } = await verifyPackage(broken);
      expect([at, intact]).toEqual([at, false]);
      expect(firstBad).toBeDefined();
    }
  });

  it('finds a file that was cut short or is no package', async () => {
    const whole = readFileSync(made);
    for (const length of [0, 10, 1000, whole.length - 1]) {
      writeFileSync(path('cut.zip'), whole.subarray(0, length));
      expect(await verifyPackage(path('cut.zip'))).toMatchObject({
        intact: false,
        firstBad: { why: 'container', file: path('cut.zip') },
      });
    }
    await expect(verifyPackage(path('nothing.zip'))).rejects.toThrow('ENOENT');
  });

  it('holds a whole department or campaign', async () => {
    const department = await pack({ department: '101' }, path('department.zip'));
    const campaign = await pack({ campaign: 'c' }, path('campaign.zip'));
    expect(department.streams).toEqual(campaign.streams);
    expect(campaign.streams).toHaveLength(3);
    expect(await verifyPackage(path('campaign.zip'))).toMatchObject({ intact: true });
    await expect(pack({ department: '102' }, path('none.zip'))).rejects.toBeInstanceOf(NothingToPackage);
    await expect(pack({ target: randomUUID() }, path('none.zip'))).rejects.toBeInstanceOf(NothingToPackage);
    await expect(pack({ campaign: 'z' }, path('none.zip'))).rejects.toBeInstanceOf(NothingToPackage);
  });

  it('holds a campaign in which nobody drafted anything: how it was run, and whom it reminded', async () => {
    const section = { id: 'section', name: '业务股室', reviewers: 'section', rule: 'any' } as const;
    const terms = { name: '无人申报的批次', fiscalYear: 2028, chains: { project: [section] }, windows: {} };
    const ways = { ruleSet: DEFAULT_RULE_SET, resumeAt: 'first', departmentsGrant: false } as const;
    const opening = { type: 'OpenCampaign', ...terms, ...ways } as const;
    await county.application.sendToCampaign('idle', opening, request(INSTALLATION));
    const line = { sentAt: '', recipient: 'clerk', title: '还有 7 天', deliveries: [] };
    const maker = { ...county.options, reminders: () => Promise.resolve([line]) };
    const order = { id: randomUUID(), scope: { campaign: 'idle' }, by: '批次关闭' };
    const { streams } = await writePackage(maker, order, createWriteStream(path('idle.zip')));
    expect(streams).toMatchObject([{ stream: 'campaign-idle', events: 1 }]);
    expect(await verifyPackage(path('idle.zip'))).toMatchObject({ intact: true, events: 1 });
    const entries = unzipSync(new Uint8Array(readFileSync(path('idle.zip'))));
    expect(linesOf(entries, 'reminders.jsonl')).toEqual([JSON.stringify(line)]);
  });

  it('holds of a classified target its code, unit and reason, and nothing that looks like a form', async () => {
    const place = {
      campaignId: 'c',
      unitCode: '101002',
      code: 'XM-2027-007',
      reason: '经保密审查定为涉密项目',
    };
    const classified = await county.application.classify(place, request('clerk'));
    await pack({ target: classified.id }, path('classified.zip'));
    expect(await verifyPackage(path('classified.zip'))).toMatchObject({ intact: true });
    const entries = unzipSync(new Uint8Array(readFileSync(path('classified.zip'))));
    const of = (name: string): string => `target-${classified.id}/${name}`;
    const own = Object.keys(entries).filter((name) => name.startsWith('target-'));
    expect(own).toEqual(['events.jsonl', 'proofs.jsonl', 'forms.jsonl', 'history.docx'].map(of));
    expect(text(entries[of('forms.jsonl')])).toBe('');
    const [event = ''] = linesOf(entries, of('events.jsonl'));
    const { data } = JSON.parse(event) as { data: object };
    const fields = ['campaignId', 'code', 'department', 'fiscalYear', 'reason', 'unit'];
    expect(Object.keys(data).sort()).toEqual(fields);
    const document = unzipSync(entries[of('history.docx')] ?? new Uint8Array());
    const history = text(document['word/document.xml']).replaceAll(/<[^>]+>/g, ' ');
    for (const words of ['XM-2027-007', '涉密登记', '经保密审查定为涉密项目', '申报表线下报送'])
      expect(history).toContain(words);
    for (const words of ['没有发现', '错误', '尚未自评']) expect(history).not.toContain(words);
  });

  it('is given up where whoever makes it says so', async () => {
    const stop = new Error('cancelled');
    const order = {
      id: randomUUID(),
      scope: { campaign: 'c' },
      by: '审计组',
      onProgress: () => Promise.reject(stop),
    };
    const out = createWriteStream(path('given-up.zip'));
    await expect(writePackage(county.options, order, out)).rejects.toBe(stop);
  });
});

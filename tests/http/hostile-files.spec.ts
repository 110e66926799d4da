import { strToU8, zipSync } from 'fflate';
import { writeTables } from '#documents';
import { HERE } from './county.ts';
import { fixture } from './fixture.ts';
import { RunningApi } from './running-api.ts';
import { type Reply, type Visitor } from './visitor.ts';

const PNG = new Uint8Array(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01', 'latin1'));
const MEGABYTE = 1024 * 1024;

const typesOf = (part: string, type: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`;
/** 600 MB of spaces in one part, a few hundred kilobytes as a file. */
function bomb(): Uint8Array<ArrayBuffer> {
  const part = new Uint8Array(120 * MEGABYTE).fill(32);
  const types = typesOf(
    'xl/workbook.xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  );
  const names = ['xl/workbook.xml', 'xl/styles.xml', 'xl/a.xml', 'xl/b.xml', 'xl/c.xml'];
  const parts = Object.fromEntries(names.map((name) => [name, part]));
  return new Uint8Array(zipSync({ '[Content_Types].xml': strToU8(types), ...parts }));
}
const withMacros = new Uint8Array(
  zipSync({
    '[Content_Types].xml': strToU8(
      typesOf('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    ),
    'word/document.xml': strToU8('<w:document/>'),
    'word/vbaProject.bin': strToU8('Sub AutoOpen()'),
  }),
);
const long = new Uint8Array(
  writeTables([
    {
      name: '项目',
      columns: ['单位编码', '项目名称', '年度绩效目标'].map((title) => ({ title, width: 9 })),
      rows: Array.from({ length: 10_000 }, (_, at) => [HERE.unit, `项目${at}`, '完成']),
    },
  ]),
);

describe('hostile files', () => {
  let api: RunningApi;
  let clerk: Visitor;
  beforeAll(async () => {
    api = await RunningApi.start();
    clerk = await api.as('clerk');
  });
  afterAll(() => api.stop());
  const send = (path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Reply> => clerk.upload(path, bytes);

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['a zip bomb', bomb(), 'DocumentTooComplex'],
    ['a sheet of 10,000 rows', long, 'TooManyTargets'],
    ['a broken zip', fixture('project.xlsx').slice(0, 2_000), 'DocumentBroken'],
    ['a picture named .xlsx', PNG, 'UnknownFormat'],
    ['a workbook without its parts', new Uint8Array(zipSync({ 'a.txt': strToU8('a') })), 'UnknownFormat'],
  ])('are refused at the batch door in a sentence: %s', async (_, bytes, reason) => {
    const before = process.memoryUsage().rss;
    const { status, body } = await send('/api/imports/batch?name=a.xlsx', bytes);
    expect({ status, body }).toMatchObject({ status: 422, body: { code: 'UnreadableDocument', reason } });
    expect(body['detail']).toMatch(/[\u4e00-\u9fff].*，/);
    expect(JSON.stringify(body)).not.toContain('node_modules');
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * MEGABYTE);
  });

  it('are no reason to refuse an old workbook, which is read at the batch door too', async () => {
    const { status, body } = await send('/api/imports/batch', fixture('project.xls'));
    expect(status).toBe(200);
    expect(body['items']).toMatchObject([{ form: { kind: 'project' } }]);
  });

  it.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
    ['a document with macros', withMacros, /宏/],
    ['a page that says it is a picture', new TextEncoder().encode('<svg onload="alert(1)"/>'), /不支持/],
    ['a script', new TextEncoder().encode('#!/bin/sh\nrm -rf /'), /不支持/],
  ])('are refused as attachments in a sentence: %s', async (_, bytes, sentence) => {
    const { status, body } = await send('/api/attachments?name=a.docx', bytes);
    expect([status, body['detail']]).toEqual([422, expect.stringMatching(sentence)]);
  });

  it('keep what they are as attachments, whatever they are called', async () => {
    const { body } = await send('/api/attachments?name=a.html', PNG);
    expect(body['type']).toBe('image/png');
  });
});

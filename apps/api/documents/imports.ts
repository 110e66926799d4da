import { createHash } from 'node:crypto';
import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { importFile, type ImportedForm } from '#documents';
import { ImportBody, ImportQuery } from '../bodies/imports.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { TakesFile } from '../edge/uploads.ts';
import { Reader } from '../lists/reader.ts';
import { readable } from './readable.ts';

/** A form found in a document, as `mubiao import` prints it. */
interface ImportLine extends ImportedForm {
  file: string;
  /** Names this form of this file: a draft made of it is made once. */
  key: string;
}

/** 导入: the forms of a document that a unit has already, each value with its place. Nothing is kept. */
@ApiTags('申报表文件')
@Controller('api/imports')
export class ImportsController {
  constructor(private readonly reader: Reader) {}

  /** A file of any format that is known (told by its content), or what was pasted. @throws HttpProblem 422 */
  @Post()
  @HttpCode(200)
  @TakesFile()
  async read(
    @AtDoor() door: Door,
    @Query() { name = '', year }: ImportQuery,
    @Body() { html }: ImportBody,
  ): Promise<{ items: ImportLine[] }> {
    this.reader.scopeOf(door);
    const bytes = door.request.upload ?? pasted(html);
    const document = { name, bytes, ...(year !== undefined && { year }) };
    const forms = await readable(() => importFile(document));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { items: forms.map((form, at) => ({ file: name, key: `${sha256}:${at + 1}`, ...form })) };
  }
}

function pasted(html: string | undefined): Uint8Array {
  if (html !== undefined) return Buffer.from(`<!doctype html>\n${html}`, 'utf8');
  throw new HttpProblem('InvalidFields', [
    {
      path: '/html',
      message: '请上传文件（Content-Type: application/octet-stream），或在 html 中给出粘贴的表格',
    },
  ]);
}

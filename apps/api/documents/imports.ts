import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { importFile, UnreadableDocument, type ImportedForm } from '#documents';
import { ImportBody, ImportQuery } from '../bodies/imports.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { TakesFile } from '../edge/uploads.ts';
import { Reader } from '../lists/reader.ts';

/** A form found in a document, as `mubiao import` prints it. */
interface ImportLine extends ImportedForm {
  file: string;
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
    const forms = await formsOf({ name, bytes, ...(year !== undefined && { year }) });
    return { items: forms.map((form) => ({ file: name, ...form })) };
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

async function formsOf(document: Parameters<typeof importFile>[0]): Promise<ImportedForm[]> {
  try {
    return await importFile(document);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    const { code, message } = error;
    throw new HttpProblem('UnreadableDocument', [], { members: { detail: message, reason: code } });
  }
}

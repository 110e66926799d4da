import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type DraftsReply, type FilePreview } from '#contracts';
import { writeBatchTemplate } from '#documents';
import { EmptyBody } from '../bodies/drafting.ts';
import { BatchDraftsQuery, DraftsBody, ImportQuery } from '../bodies/imports.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { TakesFile } from '../edge/uploads.ts';
import { BatchReader } from './batch-reader.ts';
import { DraftingDesk } from './drafting-desk.ts';
import { sendFile } from './send-file.ts';

/** 批量导入: many targets in one file. First what was read and what is wrong; only what is confirmed becomes drafts. */
@ApiTags('申报表文件')
@Controller('api')
export class BatchImportsController {
  constructor(
    private readonly reader: BatchReader,
    private readonly desk: DraftingDesk,
  ) {}

  /** What the file holds, each target with its errors by row and cell. Nothing is kept. */
  @Post('imports/batch')
  @HttpCode(200)
  @TakesFile()
  async preview(
    @AtDoor() door: Door,
    @Query() { name = '', year }: ImportQuery,
    @Body() _: EmptyBody,
  ): Promise<FilePreview> {
    this.desk.refuseStranger(door);
    return this.reader.read(door, { name, bytes: fileOf(door), ...(year !== undefined && { year }) });
  }

  /** The same file again: all its rows without errors, or those chosen, become drafts. Once, however often it comes. */
  @Post('imports/batch/drafts')
  @HttpCode(200)
  @TakesFile()
  async confirmFile(
    @AtDoor() door: Door,
    @Query() { campaignId, rows, name = '', year }: BatchDraftsQuery,
    @Body() _: EmptyBody,
  ): Promise<DraftsReply> {
    this.desk.refuseStranger(door);
    const document = { name, bytes: fileOf(door), ...(year !== undefined && { year }) };
    const { items } = await this.reader.read(door, document);
    const chosen = rows === undefined ? null : new Set(rows.split(',').map(Number));
    const wanted = items.flatMap(({ key, row, unit, form }) =>
      unit && form && (chosen === null || chosen.has(row)) ? [{ key, unitCode: unit.code, form }] : [],
    );
    return this.desk.draft(door, campaignId, wanted);
  }

  /** Forms that were read from documents and looked at become drafts, each with an outcome of its own. */
  @Post('imports/drafts')
  @HttpCode(200)
  async confirm(@AtDoor() door: Door, @Body() { campaignId, items }: DraftsBody): Promise<DraftsReply> {
    this.desk.refuseStranger(door);
    return this.desk.draft(door, campaignId, items);
  }

  @Get('templates/batch.xlsx')
  async template(@AtDoor() door: Door): Promise<void> {
    await sendFile(door, { name: '批量导入模板', format: 'xlsx', bytes: writeBatchTemplate() });
  }
}

function fileOf({ request }: Door): Uint8Array {
  if (request.upload !== null) return request.upload;
  const message = '请上传文件（Content-Type: application/octet-stream）';
  throw new HttpProblem('InvalidFields', [{ path: '', message }]);
}

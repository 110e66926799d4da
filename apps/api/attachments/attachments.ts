import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotFound } from '#application';
import { AttachmentRefused, isSha256, type Attachments, type Upload } from '#platform/attachments';
import { AttachmentQuery } from '../bodies/attachments.ts';
import { AtDoor, TargetId, type Door } from '../commands/index.ts';
import { keptAs } from '../documents/send-file.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { fileMissing, TakesStream } from '../edge/uploads.ts';
import { Reader } from '../lists/reader.ts';
import { ATTACHMENTS } from '../settings.ts';
import { AttachmentDesk } from './attachment-desk.ts';

/** 附件: taken in by anybody who works with targets, handed out only through a target that refers to them. */
@ApiTags('附件')
@Controller('api')
export class AttachmentsController {
  constructor(
    private readonly reader: Reader,
    private readonly desk: AttachmentDesk,
    @Inject(ATTACHMENTS) private readonly attachments: Attachments,
  ) {}

  /** The body is the file itself, `application/octet-stream`; it is never held in memory. @throws HttpProblem 413, 422 */
  @Post('attachments')
  @TakesStream()
  async upload(@AtDoor() door: Door, @Query() { name }: AttachmentQuery): Promise<Upload> {
    this.reader.scopeOf(door);
    const { incoming, user } = door.request;
    const person = this.reader.personOf(door);
    if (!incoming) throw fileMissing();
    try {
      const holder = this.desk.holderOf(person);
      return await this.attachments.receive(incoming, { name, holder, user });
    } catch (error) {
      if (!(error instanceof AttachmentRefused)) throw error;
      const code = error.code === 'TooLarge' ? 'TooLarge' : 'InvalidFields';
      const errors = [{ path: '', message: error.sentence }];
      throw new HttpProblem(code, errors, { members: { detail: error.sentence, reason: error.code } });
    }
  }

  /** @throws NotFound for a target that one may not see, or that does not refer to it */
  @Get('targets/:id/attachments/:sha256')
  async download(
    @AtDoor() door: Door,
    @TargetId() id: string,
    @Param('sha256') sha256: string,
  ): Promise<void> {
    if (!isSha256(sha256)) throw new NotFound('attachment');
    const given = await this.desk.isReferenced(id, door.request.user, sha256);
    if (given === null) throw new NotFound('attachment');
    const found = await this.attachments.read(sha256);
    if (!found) throw new HttpProblem('AttachmentMissing');
    const { content, upload } = found;
    const name = given || upload?.name || sha256;
    const { reply } = door;
    if (upload) reply.header('content-length', upload.size);
    await reply
      .type(upload?.type ?? 'application/octet-stream')
      .header('content-disposition', keptAs(name.slice(-120), 'attachment'))
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(content);
  }
}

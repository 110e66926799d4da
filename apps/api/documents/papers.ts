import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Application } from '#application';
import { Refusal } from '#domain';
import { type Target } from '#domain/target';
import { fillDocument, writeForm, writeTemplate, type WrittenFormat } from '#documents';
import { formSchemas, withRowIds, type FormInput, type FormKind } from '#form';
import { AtDoor, TargetId, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { fileMissing, TakesFile } from '../edge/uploads.ts';
import { opinionsOf } from './opinions-of.ts';
import { readable } from './readable.ts';
import { sendFile } from './send-file.ts';
import { titleOf } from './title-of.ts';

/** 申报表文件: the official papers, of a target or to be filled in. */
@ApiTags('申报表文件')
@Controller('api')
export class PapersController {
  constructor(private readonly application: Application) {}

  @Get('targets/:id/form.docx')
  word(@AtDoor() door: Door, @TargetId() id: string): Promise<void> {
    return this.sendForm(door, id, 'docx');
  }

  @Get('targets/:id/form.xlsx')
  workbook(@AtDoor() door: Door, @TargetId() id: string): Promise<void> {
    return this.sendForm(door, id, 'xlsx');
  }

  @Get('templates/:kind.docx')
  wordTemplate(@AtDoor() door: Door, @Param('kind') kind: string): Promise<void> {
    return sendTemplate(door, kind, 'docx');
  }

  @Get('templates/:kind.xlsx')
  workbookTemplate(@AtDoor() door: Door, @Param('kind') kind: string): Promise<void> {
    return sendTemplate(door, kind, 'xlsx');
  }

  /**
   * A paper of the unit's own, printed here before and perhaps laid out by hand since, with the form as it stands in it:
   * only the cells that say something else are rewritten. Nothing of it is kept.
   * @throws HttpProblem 422 where that cannot be done and the paper has to be written anew
   */
  @Post('targets/:id/filled-form')
  @HttpCode(200)
  @TakesFile()
  async fill(@AtDoor() door: Door, @TargetId() id: string): Promise<void> {
    const { name, paper } = await this.paperOf(door, id);
    const { upload } = door.request;
    if (upload === null) throw fileMissing();
    const filled = await readable(() => Promise.resolve(fillDocument(upload, withRowIds(paper, noId))));
    if (!filled) throw new HttpProblem('PaperNotFillable');
    await sendFile(door, { name, ...filled });
  }

  /** The form as it stands, with the opinions of its latest round. @throws NotFound for what one may not see, Refusal for 涉密 */
  private async sendForm(door: Door, id: string, format: WrittenFormat): Promise<void> {
    const { name, paper, target } = await this.paperOf(door, id);
    const opinions = opinionsOf(await this.application.targets.history(id, door.request.user), target.chain);
    await sendFile(door, { name, format, bytes: writeForm(paper, format, opinions) });
  }

  private async paperOf(door: Door, id: string): Promise<{ name: string; paper: FormInput; target: Target }> {
    const { target } = await this.application.targets.read(id, door.request.user);
    if (target.classified) throw new Refusal('FiledOffline');
    const { unit, department, fiscalYear, form } = target;
    // Unit, department and year come from where the target is, whatever the form says of them.
    const paper = { ...form, unitName: unit.name, department: department.name, fiscalYear } as FormInput;
    return { name: `${unit.name}${titleOf(paper)}`, paper, target };
  }
}

/** Every row of a target has an id. */
const noId = (): string => '';

const TEMPLATES: Readonly<Record<FormKind, string>> = {
  project: '项目支出绩效目标申报表',
  overall: '部门整体支出绩效目标申报表',
  direction: '专项资金支出方向绩效目标申报表',
};
const isKind = (kind: string): kind is FormKind => Object.hasOwn(formSchemas, kind);

async function sendTemplate(door: Door, kind: string, format: WrittenFormat): Promise<void> {
  if (!isKind(kind)) throw new HttpProblem('NotFound');
  await sendFile(door, { name: TEMPLATES[kind], format, bytes: writeTemplate(kind, format) });
}

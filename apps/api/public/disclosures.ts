import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Application, type PublishedTarget } from '#application';
import { publicForm, type DisclosedTarget } from '#contracts';
import { departmentsPublished, listPublished } from '#read-models';
import { AfterQuery, DisclosuresQuery } from '../bodies/queries.ts';
import { AtDoor, TargetId, type Door } from '../commands/index.ts';
import { Reader } from '../lists/reader.ts';
import { OpenToAll } from '../session/signed-in.ts';
import { PublicDesk } from './public-desk.ts';

/** 绩效目标公开: what units have published, for anybody; no person, no opinion, nothing that was withheld. */
@ApiTags('公开')
@Controller('api/public')
export class DisclosuresController {
  constructor(
    private readonly desk: PublicDesk,
    private readonly reader: Reader,
    private readonly application: Application,
  ) {}

  @Get('departments')
  @OpenToAll()
  async departments(@AtDoor() door: Door, @Query() { after }: AfterQuery): Promise<void> {
    this.desk.admit(door);
    await this.reader.fresh(door, 'published', after);
    await this.desk.answer(door, { items: await departmentsPublished(this.reader.readModels.db) });
  }

  @Get('disclosures')
  @OpenToAll()
  async list(@AtDoor() door: Door, @Query() query: DisclosuresQuery): Promise<void> {
    const { limit, cursor, after, ...filter } = query;
    this.desk.admit(door);
    await this.reader.fresh(door, 'published', after);
    await this.desk.answer(door, await listPublished(this.reader.readModels.db, filter, { limit, cursor }));
  }

  @Get('disclosures/:id')
  @OpenToAll()
  async read(@AtDoor() door: Door, @TargetId() id: string): Promise<void> {
    this.desk.admit(door);
    await this.desk.answer(door, disclosed(id, await this.application.targets.published(id)));
  }
}

function disclosed(id: string, { target, disclosure }: PublishedTarget): DisclosedTarget {
  const { form, unit, department, fiscalYear, grant, state, evaluation } = target;
  return {
    id,
    kind: form.kind,
    fiscalYear,
    unit,
    department,
    amount: grant?.amount ?? '',
    disclosedOn: disclosure.date,
    url: disclosure.url,
    form: publicForm(form),
    ...(state === 'evaluated' &&
      evaluation && { evaluation: { total: evaluation.total, grade: evaluation.grade } }),
  };
}

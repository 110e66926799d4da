import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Application, NotFound } from '#application';
import { writeBooklet, type BookletEntry, type BookletFormat } from '#documents';
import { disclosedForm } from '#form';
import { type TargetItem } from '#contracts';
import { DisclosureQuery } from '../bodies/documents.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { Reader } from '../lists/reader.ts';
import { allTargets } from './all-pages.ts';
import { sendFile } from './send-file.ts';

/** A booklet of more is no booklet: it is made department by department. */
const MOST = 2_000;
const AT_A_TIME = 8;
const GRANTED: ReadonlySet<TargetItem['state']> = new Set(['granted', 'self-evaluated', 'evaluated']);

/** 公开册: what is granted and not withheld, within what the person may see, in the fields that are public. */
@ApiTags('申报表文件')
@Controller('api/campaigns')
export class BookletsController {
  constructor(
    private readonly application: Application,
    private readonly reader: Reader,
  ) {}

  @Get(':id/disclosure.docx')
  word(@AtDoor() door: Door, @Param('id') id: string, @Query() query: DisclosureQuery): Promise<void> {
    return this.send(door, id, query, 'docx');
  }

  @Get(':id/disclosure.html')
  page(@AtDoor() door: Door, @Param('id') id: string, @Query() query: DisclosureQuery): Promise<void> {
    return this.send(door, id, query, 'html');
  }

  /** @throws NotFound for a campaign or a department that there is not */
  private async send(
    door: Door,
    id: string,
    { department, after }: DisclosureQuery,
    format: BookletFormat,
  ): Promise<void> {
    const scope = this.reader.scopeOf(door);
    const campaign = this.application.campaigns().get(id)?.campaign;
    const publisher =
      department === undefined ? undefined : this.reader.directory.units.get(department)?.name;
    if (!campaign || (department !== undefined && publisher === undefined)) throw new NotFound('campaign');
    await this.reader.fresh(door, 'target-list', after);
    const listed = await allTargets(this.reader.readModels.db, { campaign: id, department }, scope, MOST);
    const items = listed.filter(isPublic).sort(byPlace);
    const entries = await this.entriesOf(items, door.request.user);
    const { fiscalYear } = campaign;
    const booklet = {
      fiscalYear,
      date: this.reader.today(),
      entries,
      ...(publisher !== undefined && { publisher }),
    };
    const name = `${publisher ?? ''}${fiscalYear}年度预算绩效目标公开册`;
    await sendFile(door, { name, format, bytes: writeBooklet(booklet, format) });
  }

  private async entriesOf(items: readonly TargetItem[], user: string): Promise<BookletEntry[]> {
    const entries: BookletEntry[] = [];
    for (let at = 0; at < items.length; at += AT_A_TIME) {
      const some = items.slice(at, at + AT_A_TIME);
      entries.push(...(await Promise.all(some.map((item) => this.entryOf(item, user)))));
    }
    return entries;
  }

  private async entryOf({ id, grant }: TargetItem, user: string): Promise<BookletEntry> {
    const { target } = await this.application.targets.read(id, user);
    const { unit, department, form } = target;
    return {
      unit: unit.name,
      department: department.name,
      ...(grant && { amount: grant.amount }),
      form: disclosedForm(form),
    };
  }
}

const isPublic = ({ state, disclosure }: TargetItem): boolean =>
  GRANTED.has(state) && !(disclosure && 'withheld' in disclosure);

/** By department and unit, and there by name, so that the booklet is the same however often it is made. */
const byPlace = (a: TargetItem, b: TargetItem): number => (keyOf(a) < keyOf(b) ? -1 : 1);
const keyOf = ({ department, unit, kind, name = '', id }: TargetItem): string =>
  [department.code, unit.code, kind, name, id].join('\n');

import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Application, type CommandResult } from '#application';
import { sees, type Section, type Unit } from '#domain/directory';
import { ReasonBody } from '../bodies/drafting.ts';
import { AssignmentBody, NameBody, SectionBody, UnitBody } from '../bodies/directory.ts';
import { AtDoor, Commands, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';

/** 单位与股室, kept by 系统管理员. */
@ApiTags('机构')
@Controller('api')
export class OfficesController {
  constructor(
    private readonly commands: Commands,
    private readonly application: Application,
  ) {}

  /** Units that the person sees; 系统管理员 and 安全管理员 see the whole register. */
  @Get('units')
  units(@AtDoor() { request }: Door): { items: Unit[] } {
    const directory = this.application.directory();
    const person = directory.people.get(request.user);
    if (!person) throw new HttpProblem('NotSignedIn');
    const seesAll = person.roles.some((role) => role === 'admin' || role === 'security');
    const items = [...directory.units.values()].filter(
      ({ code: unitCode, departmentCode }) =>
        seesAll || sees(person, { unitCode, departmentCode }, directory),
    );
    return { items };
  }

  @Get('sections')
  sections(): { items: Section[] } {
    return { items: [...this.application.directory().sections.values()] };
  }

  @Post('units')
  registerUnit(@AtDoor() door: Door, @Body() body: UnitBody): Promise<CommandResult> {
    const { code, name, departmentCode } = body;
    return this.commands.toDirectory(door, { type: 'RegisterUnit', code, name, departmentCode });
  }

  @Put('units/:code/name')
  renameUnit(
    @AtDoor() door: Door,
    @Param('code') code: string,
    @Body() { name }: NameBody,
  ): Promise<CommandResult> {
    return this.commands.toDirectory(door, { type: 'RenameUnit', code, name });
  }

  @Post('units/:code/closure')
  @HttpCode(200)
  closeUnit(
    @AtDoor() door: Door,
    @Param('code') code: string,
    @Body() { reason }: ReasonBody,
  ): Promise<CommandResult> {
    return this.commands.toDirectory(door, { type: 'CloseUnit', code, reason });
  }

  @Post('sections')
  registerSection(@AtDoor() door: Door, @Body() body: SectionBody): Promise<CommandResult> {
    const { id, name, kind, departments } = body;
    return this.commands.toDirectory(door, { type: 'RegisterSection', id, name, kind, departments });
  }

  @Put('sections/:id/departments')
  assignSection(
    @AtDoor() door: Door,
    @Param('id') id: string,
    @Body() { departments }: AssignmentBody,
  ): Promise<CommandResult> {
    return this.commands.toDirectory(door, { type: 'AssignSection', id, departments });
  }
}

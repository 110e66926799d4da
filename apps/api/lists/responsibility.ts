import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessDenied, NotFound } from '#application';
import { type Responsibility } from '#contracts';
import { responsibilityOf } from '#read-models';
import { PageQuery } from '../bodies/queries.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { Reader } from './reader.ts';

/** 责任: everything one person approved, and what became of it. */
@ApiTags('列表')
@Controller('api/people')
export class ResponsibilityController {
  constructor(private readonly reader: Reader) {}

  /** For 审计, 财政局领导 and the person. @throws AccessDenied to others, NotFound for a stranger to the register */
  @Get(':user/responsibility')
  async responsibility(
    @AtDoor() door: Door,
    @Param('user') user: string,
    @Query() { after, limit, cursor }: PageQuery,
  ): Promise<Responsibility> {
    const { roles, user: asking } = this.reader.personOf(door);
    const mayLook = asking === user || roles.includes('auditor') || roles.includes('leader');
    if (!mayLook) throw new AccessDenied('responsibility');
    const person = this.reader.directory.people.get(user);
    if (!person) throw new NotFound('person');
    await this.reader.fresh(door, 'responsibility', after);
    const listed = await responsibilityOf(this.reader.readModels.db, user, { limit, cursor });
    return { ...listed, person: { user, name: person.name, post: person.post } };
  }
}

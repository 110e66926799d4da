import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessDenied, Application, type CommandResult } from '#application';
import { Refusal } from '#domain';
import { ROLES, type Person, type Role } from '#domain/directory';
import { Access } from '#platform/access';
import { ReasonBody } from '../bodies/drafting.ts';
import { PersonBody, PersonDetailsBody, RoleBody } from '../bodies/directory.ts';
import { AtDoor, Commands, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';

type Colleague = Omit<Person, 'username'> & { username?: string };

/** 人员, kept by 系统管理员, and their 岗位, given by 安全管理员. */
@ApiTags('人员')
@Controller('api/people')
export class PeopleController {
  constructor(
    private readonly commands: Commands,
    private readonly application: Application,
    private readonly access: Access,
  ) {}

  /** Everybody, as a reviewer needs it to hand on or to copy; user names only for those who keep the register. */
  @Get()
  list(@AtDoor() door: Door): { items: Colleague[] } {
    const keeps = this.holds(door, 'admin') || this.holds(door, 'security');
    const people = [...this.application.directory().people.values()];
    const items = people.map(({ username, ...person }) => (keeps ? { ...person, username } : person));
    return { items };
  }

  @Post()
  register(@AtDoor() door: Door, @Body() body: PersonBody): Promise<CommandResult> {
    const { user, username, name, post, place, leads } = body;
    const command = { type: 'RegisterPerson', user, username, name, post, place, leads } as const;
    return this.commands.toDirectory(door, command);
  }

  @Put(':user')
  change(
    @AtDoor() door: Door,
    @Param('user') user: string,
    @Body() { name, post, place, leads }: PersonDetailsBody,
  ): Promise<CommandResult> {
    return this.commands.toDirectory(door, { type: 'ChangePerson', user, name, post, place, leads });
  }

  /** Who has left is signed out at once. */
  @Post(':user/departure')
  @HttpCode(200)
  async dismiss(
    @AtDoor() door: Door,
    @Param('user') user: string,
    @Body() { reason }: ReasonBody,
  ): Promise<CommandResult> {
    const result = await this.commands.toDirectory(door, { type: 'DismissPerson', user, reason });
    await this.access.sessions.endAllOf(user);
    return result;
  }

  @Post(':user/roles')
  @HttpCode(200)
  grant(
    @AtDoor() door: Door,
    @Param('user') user: string,
    @Body() { role }: RoleBody,
  ): Promise<CommandResult> {
    return this.commands.toDirectory(door, { type: 'GrantRole', user, role });
  }

  @Delete(':user/roles/:role')
  revoke(
    @AtDoor() door: Door,
    @Param('user') user: string,
    @Param('role') given: string,
  ): Promise<CommandResult> {
    const role = ROLES.find((one) => one === given);
    if (!role) throw new HttpProblem('NotFound');
    return this.commands.toDirectory(door, { type: 'RevokeRole', user, role });
  }

  /** A one-time link by which the person sets a password; the earlier one and its sessions stay until then. */
  @Post(':user/link')
  async link(@AtDoor() door: Door, @Param('user') user: string): Promise<{ token: string }> {
    if (!this.holds(door, 'security')) throw new AccessDenied('link');
    const person = this.application.directory().people.get(user);
    if (!person || person.left) throw new Refusal('UnknownPerson', {}, [{ path: '/user' }]);
    return { token: await this.access.links.create(user) };
  }

  private holds({ request }: Door, role: Role): boolean {
    return this.application.directory().people.get(request.user)?.roles.includes(role) ?? false;
  }
}

import { Body, Controller, Get, HttpCode, Inject, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessDenied, Application } from '#application';
import { type SignInEntry } from '#contracts';
import { Access } from '#platform/access';
import { SignInsQuery } from '../bodies/queries.ts';
import { LinkBody, NewPasswordBody } from '../bodies/session.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { SETTINGS, type ApiSettings } from '../settings.ts';
import { setToken } from './cookie.ts';
import { SignInDesk } from './sign-in-desk.ts';
import { OpenToAll } from './signed-in.ts';

/** 密码与登录记录. */
@ApiTags('登录')
@Controller('api')
export class CredentialsController {
  constructor(
    private readonly application: Application,
    private readonly access: Access,
    private readonly desk: SignInDesk,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /** Sets a password by a one-time link. */
  @Post('credentials')
  @HttpCode(204)
  @OpenToAll()
  async redeem(@Body() { token, password }: LinkBody): Promise<void> {
    const user = await this.access.links.redeem(token);
    const person = user === null ? undefined : this.application.directory().people.get(user);
    if (!person || person.left)
      throw new HttpProblem('InvalidFields', [
        { path: '/token', message: '链接无效、已用过或已过期，请重新索取' },
      ]);
    await this.access.setPassword(person.user, password);
  }

  /** Ends every session of the person, and begins a new one here. */
  @Put('me/password')
  @HttpCode(204)
  async change(@AtDoor() { request, reply }: Door, @Body() body: NewPasswordBody): Promise<void> {
    const username = this.application.directory().people.get(request.user)?.username ?? '';
    const { current, password } = body;
    const { user } = await this.desk.signIn({ username, password: current, address: request.ip });
    await this.access.setPassword(user, password);
    setToken(reply, await this.access.sessions.begin(user), this.settings.secureCookies);
  }

  /** 登录记录, for 安全管理员. */
  @Get('sign-ins')
  async signIns(
    @AtDoor() { request }: Door,
    @Query() { limit = 50, cursor }: SignInsQuery,
  ): Promise<{ items: SignInEntry[]; next: string | null }> {
    const roles = this.application.directory().people.get(request.user)?.roles ?? [];
    if (!roles.includes('security')) throw new AccessDenied('read');
    const items = await this.access.log.read(limit, cursor);
    return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null };
  }
}

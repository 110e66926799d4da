import { Body, Controller, Delete, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Application } from '#application';
import { Access } from '#platform/access';
import { type Me } from '#contracts';
import { SignInBody } from '../bodies/session.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { SETTINGS, type ApiSettings } from '../settings.ts';
import { clearToken, setToken, tokenIn } from './cookie.ts';
import { meOf } from './me.ts';
import { SignInDesk } from './sign-in-desk.ts';
import { OpenToAll } from './signed-in.ts';

/** 登录与退出. */
@ApiTags('登录')
@Controller('api')
export class SessionController {
  constructor(
    private readonly application: Application,
    private readonly access: Access,
    private readonly desk: SignInDesk,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /** A new session each time, so that an id planted before signing in is worth nothing. */
  @Post('session')
  @HttpCode(200)
  @OpenToAll()
  async signIn(@AtDoor() { request, reply }: Door, @Body() body: SignInBody): Promise<Me> {
    const { username, password } = body;
    const { user, token } = await this.desk.signIn({ username, password, address: request.ip });
    const earlier = tokenIn(request);
    if (earlier !== null) await this.access.sessions.end(earlier);
    setToken(reply, token, this.settings.secureCookies);
    return this.meOf(user);
  }

  @Delete('session')
  @HttpCode(204)
  async signOut(@AtDoor() { request, reply }: Door): Promise<void> {
    const token = tokenIn(request);
    if (token !== null) await this.access.sessions.end(token);
    await this.access.log.add({ user: request.user, address: request.ip, outcome: 'signed-out' });
    clearToken(reply, this.settings.secureCookies);
  }

  @Get('me')
  me(@AtDoor() { request }: Door): Me {
    return this.meOf(request.user);
  }

  private meOf(user: string): Me {
    const directory = this.application.directory();
    const person = directory.people.get(user);
    if (!person) throw new HttpProblem('NotSignedIn');
    return meOf(person, directory);
  }
}

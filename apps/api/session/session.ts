import { Body, Controller, Delete, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Application } from '#application';
import { Access } from '#platform/access';
import { type Me, type SignInOffers } from '#contracts';
import { SignInBody } from '../bodies/session.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { SETTINGS, type ApiSettings } from '../settings.ts';
import { clearToken, setToken, tokenIn } from './cookie.ts';
import { meOf } from './me.ts';
import { offersOf } from './offers.ts';
import { SignInDesk, type SignedIn } from './sign-in-desk.ts';
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
    const { user, token } = await this.admit(body, request.ip);
    const earlier = tokenIn(request);
    if (earlier !== null) await this.access.sessions.end(earlier);
    setToken(reply, token, this.settings.secureCookies);
    return this.meOf(user);
  }

  /** What the sign-in page may offer beside name and password. */
  @Get('session/offers')
  @OpenToAll()
  offers(): SignInOffers {
    return offersOf(this.settings, this.application.directory());
  }

  @Delete('session')
  @HttpCode(204)
  async signOut(@AtDoor() { request, reply }: Door): Promise<void> {
    const token = tokenIn(request);
    if (token !== null) await this.access.sessions.end(token);
    await this.access.log.add({ user: request.user, address: request.ip, outcome: 'signed-out', kind: null });
    clearToken(reply, this.settings.secureCookies);
  }

  @Get('me')
  me(@AtDoor() { request }: Door): Me {
    return this.meOf(request.user);
  }

  private admit(body: SignInBody, address: string): Promise<SignedIn> {
    const { demo, username, password } = body;
    if (demo === undefined) return this.desk.signIn({ ...typed(body), address });
    if (username !== undefined || password !== undefined)
      throw new HttpProblem('InvalidFields', [
        { path: '/demo', message: '演示账户（demo）与用户名、密码只能取一' },
      ]);
    return this.desk.signInToDemo(demo, address);
  }

  private meOf(user: string): Me {
    const directory = this.application.directory();
    const person = directory.people.get(user);
    if (!person) throw new HttpProblem('NotSignedIn');
    return meOf(person, directory);
  }
}

/** @throws HttpProblem 422 */
function typed({ username, password }: SignInBody): { username: string; password: string } {
  if (username !== undefined && password !== undefined) return { username, password };
  const missing = [
    ...(username === undefined ? ['/username'] : []),
    ...(password === undefined ? ['/password'] : []),
  ];
  throw new HttpProblem(
    'InvalidFields',
    missing.map((path) => ({ path, message: '应为文字' })),
  );
}

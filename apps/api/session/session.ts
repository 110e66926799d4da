import { Body, Controller, Delete, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Application } from '#application';
import { Access, TooBusy, type SignIn, type SignInRequest } from '#platform/access';
import { type Me } from '#contracts';
import { SignInBody } from '../bodies/session.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { SETTINGS, type ApiSettings } from '../settings.ts';
import { clearToken, setToken, tokenIn } from './cookie.ts';
import { FailedAttempts } from './failed-attempts.ts';
import { meOf } from './me.ts';
import { OpenToAll } from './signed-in.ts';

/** 登录与退出. */
@ApiTags('登录')
@Controller('api')
export class SessionController {
  private readonly failed: FailedAttempts;

  constructor(
    private readonly application: Application,
    private readonly access: Access,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {
    this.failed = new FailedAttempts(settings.now);
  }

  /** A new session each time, so that an id planted before signing in is worth nothing. */
  @Post('session')
  @HttpCode(200)
  @OpenToAll()
  async signIn(@AtDoor() { request, reply }: Door, @Body() body: SignInBody): Promise<Me> {
    const { username, password } = body;
    const person = [...this.application.directory().people.values()].find(
      (one) => one.username === username && !one.left,
    );
    const user = person?.user ?? null;
    const signedIn = await this.attempt({ username, password, user, address: request.ip });
    if (signedIn.outcome !== 'signed-in' || !person) throw new HttpProblem('WrongPassword');
    const earlier = tokenIn(request);
    if (earlier !== null) await this.access.sessions.end(earlier);
    setToken(reply, signedIn.token, this.settings.secureCookies);
    return meOf(person, this.application.directory());
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
    const directory = this.application.directory();
    const person = directory.people.get(request.user);
    if (!person) throw new HttpProblem('NotSignedIn');
    return meOf(person, directory);
  }

  private async attempt(request: SignInRequest): Promise<SignIn> {
    const wait = this.failed.secondsToWait(request.address);
    if (wait > 0) throw new HttpProblem('TooManyAttempts', [], { headers: { 'retry-after': String(wait) } });
    const signedIn = await this.access.signIn(request).catch((error: unknown) => {
      if (error instanceof TooBusy)
        throw new HttpProblem('TooManyAttempts', [], { headers: { 'retry-after': '5' } });
      throw error;
    });
    if (signedIn.outcome === 'signed-in') return signedIn;
    this.failed.note(request.address);
    if (signedIn.outcome === 'refused') return signedIn;
    const seconds = Math.max(1, Math.ceil((signedIn.until - this.settings.now()) / 1000));
    throw new HttpProblem('AccountLocked', [], { headers: { 'retry-after': String(seconds) } });
  }
}

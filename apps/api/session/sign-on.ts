import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '#platform/access';
import { AtDoor, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { SETTINGS, type ApiSettings } from '../settings.ts';
import { clearPending, pendingIn, setPending, setToken, tokenIn } from './cookie.ts';
import { IdentityProvider } from './identity-provider.ts';
import { SignInDesk } from './sign-in-desk.ts';
import { failurePage, type SignOnFailure } from './sign-on-page.ts';
import { OpenToAll } from './signed-in.ts';

/** 统一登录: by way of the identity provider and back. Nobody is registered by it: the person must be in the register. */
@ApiTags('登录')
@Controller('api/session/oidc')
export class SignOnController {
  private readonly provider: IdentityProvider | null;

  constructor(
    private readonly access: Access,
    private readonly desk: SignInDesk,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {
    const { oidc, origin } = settings;
    this.provider = oidc && new IdentityProvider(oidc, origin);
  }

  @Get()
  @OpenToAll()
  async leave(@AtDoor() door: Door): Promise<void> {
    const provider = this.configured();
    const { secureCookies } = this.settings;
    try {
      const { url, pending } = await provider.begin();
      setPending(door.reply, pending, secureCookies);
      await door.reply.redirect(url, 302);
    } catch (error) {
      await this.fail(door, 'away', error);
    }
  }

  @Get('return')
  @OpenToAll()
  async comeBack(@AtDoor() door: Door): Promise<void> {
    const provider = this.configured();
    const { request, reply } = door;
    const { secureCookies } = this.settings;
    const pending = pendingIn(request);
    clearPending(reply, secureCookies);
    if (pending === null) return this.fail(door, 'too-late');
    const [, query = ''] = request.url.split('?', 2);
    let username: string | null;
    try {
      username = await provider.finish(query, pending);
    } catch (error) {
      return this.fail(door, 'refused', error);
    }
    const signedIn = await this.desk.signInThroughProvider(username, request.ip);
    if (signedIn === null) return this.fail(door, 'unknown');
    const earlier = tokenIn(request);
    if (earlier !== null) await this.access.sessions.end(earlier);
    setToken(reply, signedIn.token, secureCookies);
    await reply.redirect('/', 302);
  }

  /** @throws HttpProblem 404 where no provider is configured */
  private configured(): IdentityProvider {
    if (!this.provider) throw new HttpProblem('NotFound');
    return this.provider;
  }

  /** The log gets the kind of the failure only: what a provider says may name people. */
  private async fail({ request, reply }: Door, failure: SignOnFailure, error?: unknown): Promise<void> {
    const why = error instanceof Error ? error.name : undefined;
    request.log.warn({ requestId: request.id, failure, why }, 'sign-on failed');
    const { status, html } = failurePage(failure, this.settings.oidc?.name ?? '');
    await reply.status(status).type('text/html; charset=utf-8').send(html);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { Application } from '#application';
import { Access, TooBusy } from '#platform/access';
import { HttpProblem } from '../edge/http-problem.ts';
import { SETTINGS, type ApiSettings } from '../settings.ts';
import { FailedAttempts } from './failed-attempts.ts';

export interface Attempt {
  username: string;
  password: string;
  address: string;
}

export interface SignedIn {
  user: string;
  token: string;
}

/** Where names and passwords are tried, by signing in or by changing a password: the same locks hold for both. */
@Injectable()
export class SignInDesk {
  private readonly failed: FailedAttempts;

  constructor(
    private readonly application: Application,
    private readonly access: Access,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {
    this.failed = new FailedAttempts(settings.now);
  }

  /** @throws HttpProblem 401 for a wrong name or password, 429 for a locked name or too many failures */
  async signIn({ username, password, address }: Attempt): Promise<SignedIn> {
    this.refuseHasty(address);
    const user = this.userNamed(username);
    const signedIn = await this.access
      .signIn({ username, password, user, address })
      .catch((error: unknown) => {
        throw error instanceof TooBusy ? tooMany(5) : error;
      });
    if (signedIn.outcome === 'signed-in' && user !== null) return { user, token: signedIn.token };
    this.failed.note(address);
    if (signedIn.outcome !== 'locked') throw new HttpProblem('WrongPassword');
    const seconds = Math.max(1, Math.ceil((signedIn.until - this.settings.now()) / 1000));
    throw new HttpProblem('AccountLocked', [], { headers: { 'retry-after': String(seconds) } });
  }

  /** One of the demo's accounts, without a password. @throws HttpProblem 401 where the installation offers no such account */
  async signInToDemo(username: string, address: string): Promise<SignedIn> {
    this.refuseHasty(address);
    const user = this.settings.openAccounts.includes(username) ? this.userNamed(username) : null;
    if (user === null) {
      this.failed.note(address);
      await this.access.log.add({ user, address, outcome: 'refused', kind: 'demo' });
      throw new HttpProblem('NoSuchDemoAccount');
    }
    return { user, token: await this.access.admit({ user, address, kind: 'demo' }) };
  }

  /** Whom the provider vouches for, where they are in the register and hold an office; else `null`, which is on record. */
  async signInThroughProvider(username: string | null, address: string): Promise<SignedIn | null> {
    const user = username === null ? null : this.userNamed(username);
    if (user !== null) return { user, token: await this.access.admit({ user, address, kind: 'oidc' }) };
    await this.access.log.add({ user: null, address, outcome: 'refused', kind: 'oidc' });
    return null;
  }

  private refuseHasty(address: string): void {
    const wait = this.failed.secondsToWait(address);
    if (wait > 0) throw tooMany(wait);
  }

  /** Only who holds an office may sign in. */
  private userNamed(username: string): string | null {
    for (const person of this.application.directory().people.values())
      if (person.username === username && !person.left) return person.user;
    return null;
  }
}

const tooMany = (seconds: number): HttpProblem =>
  new HttpProblem('TooManyAttempts', [], { headers: { 'retry-after': String(seconds) } });

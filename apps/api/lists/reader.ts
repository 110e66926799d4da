import { Inject, Injectable } from '@nestjs/common';
import { AccessDenied, Application, stamp } from '#application';
import { type Directory, type Person } from '#domain/directory';
import { TIME_OFFSET } from '#platform/configuration';
import { READ_MODELS } from '../settings.ts';
import { scopeOf, type ReadModels, type Scope } from '#read-models';
import { HttpProblem } from '../edge/http-problem.ts';
import { SETTINGS, type ApiSettings } from '../settings.ts';
import { type Door } from '../commands/index.ts';
import { fresh } from './fresh.ts';

/** Who asks, how far they see, and how new what they get has to be: what every list needs. */
@Injectable()
export class Reader {
  constructor(
    private readonly application: Application,
    @Inject(READ_MODELS) readonly readModels: ReadModels,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  get directory(): Directory {
    return this.application.directory();
  }

  /** @throws HttpProblem 401 for somebody who left meanwhile */
  personOf({ request }: Door): Person {
    const person = this.directory.people.get(request.user);
    if (!person) throw new HttpProblem('NotSignedIn');
    return person;
  }

  /** How far the person sees forms. @throws AccessDenied for those who see none: 系统管理员 and 安全管理员 */
  scopeOf(door: Door): Scope {
    const person = this.personOf(door);
    if (person.roles.every((role) => role === 'admin' || role === 'security')) throw new AccessDenied('read');
    return scopeOf(person, this.directory);
  }

  fresh({ reply }: Door, view: Parameters<typeof fresh>[1], after: string | undefined): Promise<void> {
    return fresh(this.readModels, view, after, reply);
  }

  /** Today in the jurisdiction. */
  today(): string {
    return stamp(this.settings.now(), TIME_OFFSET).slice(0, 10);
  }
}

import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessDenied, Application, NotFound } from '#application';
import {
  cancel,
  chunksOf,
  enqueue,
  progressOf,
  readPackage,
  recordPackageFact,
  type AuditParts,
  type PackageFact,
  type PackageScope,
  type RecordedPackage,
} from '#audit';
import { type ChangeReply, type PackageProgress } from '#contracts';
import { type Actor } from '#domain';
import { type Role } from '#domain/directory';
import { AuditPackageBody } from '../bodies/audit-packages.ts';
import { AtDoor, requestOf, TargetId, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { AUDIT } from '../settings.ts';

/** 审计包: what an auditor takes away. Every order and every download is an event. */
@ApiTags('审计包')
@Controller('api/audit-packages')
export class AuditPackagesController {
  constructor(
    @Inject(AUDIT) private readonly audit: AuditParts,
    private readonly application: Application,
  ) {}

  @Post()
  @HttpCode(202)
  async order(@AtDoor() door: Door, @Body() body: AuditPackageBody): Promise<ChangeReply> {
    const actor = this.admitted(door);
    const scope = scopeOf(body);
    const { commandId } = requestOf(door);
    // The same key again is the same package.
    const id = commandId;
    const recorded = await this.record(id, { type: 'AuditPackageRequested', scope }, { actor, commandId });
    await enqueue(this.audit.pool, id);
    return { id, ...recorded };
  }

  @Get(':id')
  async read(@AtDoor() door: Door, @TargetId() id: string): Promise<PackageView> {
    this.admitted(door);
    const { scope, by, time } = await this.known(id);
    const progress = (await progressOf(this.audit.pool, id)) ?? WAITING;
    return { id, scope, by: by.name, time, ...progress };
  }

  /** The file. That it was taken is on record before its first byte leaves. */
  @Get(':id/file')
  async file(@AtDoor() door: Door, @TargetId() id: string): Promise<void> {
    const actor = this.admitted(door);
    const { scope } = await this.known(id);
    const { state, size, sha256 } = (await progressOf(this.audit.pool, id)) ?? WAITING;
    if (state !== 'ready' || sha256 === null) throw new NotFound('file');
    await this.record(id, { type: 'AuditPackageTaken', scope, sha256 }, { actor });
    await door.reply
      .type('application/zip')
      .header('content-length', String(size))
      .header('content-disposition', `attachment; filename="mubiao-audit-${id}.zip"`)
      .send(Readable.from(chunksOf(this.audit.pool, id)));
  }

  @Delete(':id')
  async cancel(@AtDoor() door: Door, @TargetId() id: string): Promise<ChangeReply> {
    const actor = this.admitted(door);
    await this.known(id);
    const { commandId } = requestOf(door);
    const recorded = await this.record(id, { type: 'AuditPackageCancelled' }, { actor, commandId });
    await cancel(this.audit.pool, id);
    return { id, ...recorded };
  }

  private record(id: string, fact: PackageFact, by: { actor: Actor; commandId?: string }) {
    return recordPackageFact(this.audit, id, { fact, ...by });
  }

  /** @throws NotFound */
  private async known(id: string): Promise<RecordedPackage> {
    const known = await readPackage(this.audit.store, id);
    if (!known) throw new NotFound('package');
    return known;
  }

  /** 绩效股 and 审计, as the record names them. @throws AccessDenied */
  private admitted({ request }: Door): Actor {
    const directory = this.application.directory();
    const person = directory.people.get(request.user);
    if (!person?.roles.some((role) => MAY.includes(role))) throw new AccessDenied('audit-package');
    const { user, name, post, place } = person;
    const organisation =
      'unit' in place ? directory.units.get(place.unit)?.name : directory.sections.get(place.section)?.name;
    return { user, name, post, organisation: organisation ?? '' };
  }
}

const MAY: readonly Role[] = ['performance', 'auditor'];

const WAITING: PackageProgress = {
  state: 'waiting',
  done: 0,
  total: null,
  size: null,
  sha256: null,
  failure: null,
};

/** `GET /api/audit-packages/:id`. */
export interface PackageView extends PackageProgress {
  id: string;
  scope: PackageScope;
  by: string;
  time: string;
}

/** @throws HttpProblem 422 */
function scopeOf({ target, department, campaign }: AuditPackageBody): PackageScope {
  const scopes = [
    ...(target === undefined ? [] : [{ target }]),
    ...(department === undefined ? [] : [{ department }]),
    ...(campaign === undefined ? [] : [{ campaign }]),
  ];
  const [scope] = scopes;
  if (scope === undefined || scopes.length > 1)
    throw new HttpProblem('InvalidFields', [
      { path: '/target', message: '请给出目标（target）、主管部门（department）、批次（campaign）之一' },
    ]);
  return scope;
}

import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Application, NotFound, streamOf } from '#application';
import {
  listKeys,
  listRoots,
  proveConsistency,
  proveInclusion,
  rootOfSize,
  type AuditParts,
  type ConsistencyProof,
  type InclusionProof,
  type KeyInUse,
  type SignedRoot,
} from '#audit';
import { type Page } from '#contracts';
import { ConsistencyQuery, InclusionQuery, SealsQuery } from '../bodies/seals.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { AUDIT } from '../settings.ts';

const USUAL_PAGE = 50;

/** 签名根: one hash over the whole history so far, under the installation's key; public to whoever signed in. */
@ApiTags('签名根')
@Controller('api/seals')
export class SealsController {
  constructor(
    @Inject(AUDIT) private readonly audit: AuditParts,
    private readonly application: Application,
  ) {}

  /** The newest first; `keys` are all that ever signed. */
  @Get()
  async list(@Query() query: SealsQuery): Promise<Page<SignedRoot> & { keys: KeyInUse[] }> {
    const { cursor: before, limit = USUAL_PAGE } = query;
    const { next, ...page } = await listRoots(this.audit.store, { before, limit });
    return { ...page, next: next === null ? null : String(next), keys: await listKeys(this.audit.store) };
  }

  /** By the number of events that it covers. */
  @Get(':size')
  async read(@Param('size') size: string): Promise<SignedRoot> {
    const root = /^\d{1,9}$/.test(size) ? await rootOfSize(this.audit.store, Number(size)) : null;
    if (!root) throw new NotFound('root');
    return root;
  }

  /** That an event of a target is among those that the root covers. @throws NotFound also for what one may not see */
  @Get(':size/proof')
  async proof(
    @AtDoor() { request }: Door,
    @Param('size') size: string,
    @Query() { target, revision }: InclusionQuery,
  ): Promise<InclusionProof> {
    const root = await this.read(size);
    await this.application.targets.seal(target, request.user);
    const { pool, store } = this.audit;
    const [event] = await store.readStream(streamOf.target(target), { from: revision, limit: 1 });
    const proof = event && (await proveInclusion(pool, event, root));
    if (!proof) throw new NotFound('event');
    return proof;
  }

  /** That an earlier root's log is the beginning of this one's. */
  @Get(':size/consistency')
  async consistency(
    @Param('size') size: string,
    @Query() { from }: ConsistencyQuery,
  ): Promise<ConsistencyProof> {
    const root = await this.read(size);
    if (from > root.size) throw new NotFound('earlier root');
    return proveConsistency(this.audit.pool, from, root.size);
  }
}

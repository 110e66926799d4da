import { Injectable } from '@nestjs/common';
import {
  Application,
  commandIdOf,
  hashOf,
  randomCommandId,
  RevisionConflict,
  type ClassifiedInput,
  type CommandRequest,
  type CommandResult,
  type DraftInput,
  type TargetCommandInput,
} from '#application';
import { type CampaignCommand } from '#domain/campaign';
import { type DirectoryCommand } from '#domain/directory';
import { AttachmentDesk } from '../attachments/attachment-desk.ts';
import { type Door } from './door.ts';
import { etagOf, idempotencyKey, revisionSeen } from './headers.ts';
import { conflictWithChanges } from './meanwhile.ts';

/** The one way from a route to the application: who, under which key, having seen what. */
@Injectable()
export class Commands {
  constructor(
    private readonly application: Application,
    private readonly attachments: AttachmentDesk,
  ) {}

  async draft(door: Door, input: DraftInput): Promise<CommandResult> {
    await this.attachments.refuseUnknownInForm(door, input.form);
    return answered(door, await this.application.draft(input, requestOf(door)));
  }

  async classify(door: Door, input: ClassifiedInput): Promise<CommandResult> {
    return answered(door, await this.application.classify(input, requestOf(door)));
  }

  /** @throws HttpProblem 412 with what was changed meanwhile, 428 without If-Match */
  async toTarget(door: Door, id: string, command: TargetCommandInput): Promise<CommandResult> {
    const request = { ...requestOf(door), expectedRevision: revisionSeen(door.request) };
    await this.attachments.refuseUnknownIn(door, id, command);
    try {
      return answered(door, await this.application.send(id, command, request));
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      throw await conflictWithChanges(error, this.application, { id, user: request.user });
    }
  }

  /** Campaigns and the register are changed by few, so `If-Match` is heeded but not asked for. */
  async toCampaign(door: Door, id: string, command: CampaignCommand): Promise<CommandResult> {
    return answered(door, await this.application.sendToCampaign(id, command, withRevision(door)));
  }

  async toDirectory(door: Door, command: DirectoryCommand): Promise<CommandResult> {
    return answered(door, await this.application.sendToDirectory(command, withRevision(door)));
  }
}

/** Who asks, under which name: the same key again is the same command. */
export function requestOf({ request }: Door): CommandRequest {
  const { user, method, url, body, id } = request;
  const key = idempotencyKey(request);
  const [path = url] = url.split('?');
  return {
    user,
    commandId: key === undefined ? randomCommandId() : commandIdOf({ user, method, path, key }),
    commandHash: hashOf(body),
    correlationId: id,
  };
}

/** The same for one target of a batch: its own command, named by the key and the target. */
export function requestInBatch(door: Door, target: string, command: TargetCommandInput): CommandRequest {
  const { user, method, url, id } = door.request;
  const key = idempotencyKey(door.request);
  const scope = { user, method, path: url.split('?')[0] ?? url, target };
  return {
    user,
    commandId: key === undefined ? randomCommandId() : commandIdOf({ ...scope, key }),
    commandHash: hashOf(command),
    correlationId: id,
  };
}

function withRevision(door: Door): CommandRequest {
  const request = requestOf(door);
  if (door.request.headers['if-match'] === undefined) return request;
  return { ...request, expectedRevision: revisionSeen(door.request) };
}

function answered({ reply }: Door, result: CommandResult): CommandResult {
  reply.header('etag', etagOf(result.revision));
  if (result.position !== null) reply.header('x-position', result.position);
  return result;
}

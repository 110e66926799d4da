import { Inject, Injectable } from '@nestjs/common';
import {
  AccessDenied,
  Application,
  commandIdOf,
  hashOf,
  KeyReused,
  randomCommandId,
  type CommandRequest,
} from '#application';
import { describeFormIssue, problem, type DraftOutcome, type DraftsReply, type Problem } from '#contracts';
import { RIGHTS } from '#domain/directory';
import { type EventStore } from '#event-store';
import { checkForm } from '#form';
import { AttachmentDesk } from '../attachments/attachment-desk.ts';
import { inTurns } from '../batches/in-turns.ts';
import { type Door } from '../commands/index.ts';
import { problemOf } from '../edge/problem-of.ts';
import { Reader } from '../lists/reader.ts';
import { STORE } from '../settings.ts';

/** What is to become a draft; `key` names it, so that the same again is the same draft. */
export interface DraftWanted {
  key?: string;
  unitCode: string;
  form: unknown;
}

type Left = Extract<DraftOutcome, { outcome: 'left-out' }>['problem'];

/** As many as the database has connections for one process; the others wait their turn. */
const AT_A_TIME = 8;

/** Makes many drafts, each a command of its own: one that cannot be made holds up no other. */
@Injectable()
export class DraftingDesk {
  constructor(
    private readonly application: Application,
    private readonly reader: Reader,
    private readonly attachments: AttachmentDesk,
    @Inject(STORE) private readonly store: EventStore,
  ) {}

  /** @throws AccessDenied for who drafts nowhere */
  refuseStranger(door: Door): void {
    const { roles } = this.reader.personOf(door);
    if (!RIGHTS.DraftTarget.some((role) => roles.includes(role))) throw new AccessDenied('DraftTarget');
  }

  async draft(door: Door, campaignId: string, wanted: readonly DraftWanted[]): Promise<DraftsReply> {
    const items = await inTurns(wanted, AT_A_TIME, (one) => this.draftOne(door, campaignId, one));
    const position = items.reduce<string | null>((latest, item) => this.later(latest, item), null);
    if (position !== null) door.reply.header('x-position', position);
    return { items, position };
  }

  private later(latest: string | null, item: DraftOutcome): string | null {
    const position = item.outcome === 'done' ? item.position : null;
    if (position === null || latest === null) return position ?? latest;
    return this.store.compare(position, latest) > 0 ? position : latest;
  }

  private async draftOne(door: Door, campaignId: string, wanted: DraftWanted): Promise<DraftOutcome> {
    const named = wanted.key === undefined ? {} : { key: wanted.key };
    const checked = checkForm(wanted.form);
    if ('issues' in checked) {
      const errors = checked.issues.map((issue) => describeFormIssue(issue));
      return { ...named, outcome: 'left-out', problem: leftOut(problem('InvalidFields', errors)) };
    }
    const input = { campaignId, unitCode: wanted.unitCode, form: checked.form };
    try {
      await this.attachments.refuseUnknownInForm(door, checked.form);
      const done = await this.application.draft(input, requestOf(door, input, wanted.key));
      const { id, revision, position } = done;
      return { ...named, outcome: 'done', id, revision, position };
    } catch (error) {
      if (error instanceof KeyReused)
        return {
          ...named,
          outcome: 'left-out',
          problem: { ...leftOut(problem('KeyReused')), detail: IMPORTED },
        };
      const answered = problemOf(error);
      if (answered.isDefect) door.request.log.error({ err: error }, '批量建立草稿中有一张表出错');
      return { ...named, outcome: 'left-out', problem: leftOut(answered.problem) };
    }
  }
}

const IMPORTED = '这张表已经导入过，但内容与这次不同，请在已有的草稿中修改';
const leftOut = ({ code, detail, errors }: Problem): Left => ({ code, detail, errors });

/**
 * A draft of a unit's file is the same whoever of the unit sends it: the command is named by campaign, unit and key, so
 * that the same file makes nothing twice.
 */
function requestOf(
  { request }: Door,
  input: { campaignId: string; unitCode: string; form: object },
  key: string | undefined,
): CommandRequest {
  const { user, id } = request;
  const { campaignId, unitCode } = input;
  const scope = { user: unitCode, method: 'POST', path: `/api/imports/drafts/${campaignId}` };
  return {
    user,
    commandId: key === undefined ? randomCommandId() : commandIdOf({ ...scope, key }),
    commandHash: hashOf(input),
    correlationId: id,
  };
}

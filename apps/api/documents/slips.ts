import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Application, type TargetReading } from '#application';
import { type HistoryItem } from '#contracts';
import { writeApprovalSlip, type ApprovalSlip, type SlipOpinion, type SlipRound } from '#documents';
import { Refusal, seatOf, STATE_TERMS } from '#domain';
import { amountOf, type Stage, type TargetEvent } from '#domain/target';
import { KIND_WORDS } from '#form';
import { AtDoor, TargetId, type Door } from '../commands/index.ts';
import { sendFile } from './send-file.ts';
import { titleOf } from './title-of.ts';

type EventOf<T extends TargetEvent['type']> = Extract<TargetEvent, { type: T }>;

/** 审批单: every opinion of every round, as a signature sheet, from the record itself. */
@ApiTags('申报表文件')
@Controller('api/targets')
export class SlipsController {
  constructor(private readonly application: Application) {}

  /** @throws NotFound for what one may not see */
  @Get(':id/approval-slip.docx')
  async slip(@AtDoor() door: Door, @TargetId() id: string): Promise<void> {
    const { user } = door.request;
    const reading = await this.application.targets.read(id, user);
    if (reading.target.classified) throw new Refusal('FiledOffline');
    const history = await this.application.targets.history(id, user);
    const bytes = writeApprovalSlip(slipOf(reading, history));
    const { unit, form } = reading.target;
    await sendFile(door, { name: `审批单 ${unit.name}${titleOf(form)}`, format: 'docx', bytes });
  }
}

function slipOf({ id, revision, target }: TargetReading, history: readonly HistoryItem[]): ApprovalSlip {
  const { form, unit, department, fiscalYear, state, grant } = target;
  const amount = amountOf(form);
  return {
    fiscalYear,
    name: titleOf(form),
    kind: KIND_WORDS[form.kind],
    unit: unit.name,
    department: department.name,
    state: STATE_TERMS[state],
    ...(amount !== undefined && { amount }),
    rounds: roundsOf(history),
    ...(grant && { grant }),
    record: { id, revision, seal: history.at(-1)?.seal ?? '' },
  };
}

const DECISIONS = { approve: '同意', return: '退回修改', reject: '审核不通过' } as const;

/** Each submission with the opinions up to the next; the stages are named as the chain of that submission names them. */
function roundsOf(history: readonly HistoryItem[]): SlipRound[] {
  const rounds: (SlipRound & { opinions: SlipOpinion[] })[] = [];
  let chain: readonly Stage[] = [];
  for (const { type, data, actor, time } of history) {
    if (type === 'TargetSubmitted') {
      const { round, chain: inForce } = data as EventOf<'TargetSubmitted'>;
      chain = inForce;
      rounds.push({ round, submittedBy: actor.name, date: time.slice(0, 10), opinions: [] });
    }
    if (type === 'OpinionGiven')
      rounds.at(-1)?.opinions.push(opinionOf(data as EventOf<'OpinionGiven'>, { chain, actor, time }));
  }
  return rounds;
}

function opinionOf(
  { stage, decision, comment, grade }: EventOf<'OpinionGiven'>,
  { chain, actor, time }: { chain: readonly Stage[] } & Pick<HistoryItem, 'actor' | 'time'>,
): SlipOpinion {
  return {
    stage: chain.find(({ id }) => id === stage)?.name ?? stage,
    name: actor.name,
    seat: seatOf(actor),
    decision: DECISIONS[decision],
    ...(grade !== undefined && { grade }),
    comment,
    date: time.slice(0, 10),
  };
}

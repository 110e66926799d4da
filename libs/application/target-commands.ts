import { Refusal } from '#domain';
import { isNamed, mayCommand, sees, type Person } from '#domain/directory';
import {
  actorOf,
  decide,
  evolve,
  NONE,
  type Context,
  type Target,
  type TargetCommand,
  type TargetEvent,
} from '#domain/target';
import { withRowIds, type FormInput } from '#form';
import { derivedId, rowIds } from './command-id.ts';
import { handleCommand, type Aggregate, type Decided } from './handle-command.ts';
import { streamOf } from './history.ts';
import { sealPersons } from './personal-details.ts';
import { findingsOf } from './comparison.ts';
import { type TargetDesk } from './target-desk.ts';
import { type Register } from './register.ts';
import { AccessDenied, NotFound, type CommandRequest, type CommandResult } from './request.ts';
import { campaignOf, contextOf, personOf, whereIs } from './target-context.ts';

type WithInput<C> = C extends { form: unknown } ? Omit<C, 'form'> & { form: FormInput } : C;
/** A command as a door hands it in: rows may lack ids, persons are readable. */
export type TargetCommandInput = WithInput<Exclude<TargetCommand, { type: 'DraftTarget' }>>;

export interface DraftInput {
  campaignId: string;
  unitCode: string;
  form: FormInput;
}

/** Begins a target; its id follows from the command's. @throws as `handleCommand` */
export async function draftTarget(
  desk: TargetDesk,
  input: DraftInput,
  request: CommandRequest,
): Promise<CommandResult> {
  const { register } = desk;
  const person = personOf(register, request.user);
  const unit = register.directory.units.get(input.unitCode);
  const department = unit && register.directory.units.get(unit.departmentCode);
  if (!unit || unit.closed || !department) throw new Refusal('UnknownUnit', {}, [{ path: '/unitCode' }]);
  const where = { unitCode: unit.code, departmentCode: department.code };
  const may = mayCommand(
    person,
    'DraftTarget',
    { where, named: false, departmentsGrant: false },
    register.directory,
  );
  if (!may) throw new AccessDenied('DraftTarget');
  if (!register.campaigns.has(input.campaignId))
    throw new Refusal('CampaignNotOpen', {}, [{ path: '/campaignId' }]);
  const { campaign } = campaignOf(register, input.campaignId);
  const form = await sealPersons(withRowIds(input.form, rowIds(request.commandId)), unit.code, desk.keys);
  const command: TargetCommand = {
    type: 'DraftTarget',
    campaignId: input.campaignId,
    unit: { code: unit.code, name: unit.name },
    department: { code: department.code, name: department.name },
    fiscalYear: campaign.fiscalYear,
    form,
  };
  const id = derivedId(request.commandId, 'target');
  const admit = (): void => undefined;
  const aggregate = aggregateOf(desk, { id, person, admit, command: () => command });
  return handleCommand(desk.recorder, aggregate, request);
}

/** Any command to an existing target. @throws as `handleCommand` */
export function sendToTarget(
  desk: TargetDesk,
  id: string,
  input: TargetCommandInput,
  request: CommandRequest,
): Promise<CommandResult> {
  const person = personOf(desk.register, request.user);
  const aggregate = aggregateOf(desk, {
    id,
    person,
    admit: (target) => refuseStranger(input.type, target, person, desk.register),
    command: (target) => prepared(desk, input, target, request),
  });
  return handleCommand(desk.recorder, aggregate, request);
}

/** @throws NotFound for what the person may not see, AccessDenied for what their office does not do here */
function refuseStranger(
  type: TargetCommand['type'],
  target: Target,
  person: Person,
  register: Register,
): void {
  refuseUnseen(target, person, register);
  const campaign = register.campaigns.get(target.campaignId)?.campaign;
  const scope = {
    where: whereIs(target),
    named: isNamed(person.user, target),
    departmentsGrant: campaign?.departmentsGrant ?? false,
  };
  if (!mayCommand(person, type, scope, register.directory)) throw new AccessDenied(type);
}

/** @throws NotFound */
export function refuseUnseen(target: Target, person: Person, register: Register): void {
  const seen = sees(person, whereIs(target), register.directory) || isNamed(person.user, target);
  if (target.state === 'none' || !seen) throw new NotFound('target');
}

async function prepared(
  desk: TargetDesk,
  input: TargetCommandInput,
  target: Target,
  { commandId }: CommandRequest,
): Promise<TargetCommand> {
  if (input.type !== 'ReviseForm') return input;
  const form = withRowIds(input.form, rowIds(commandId));
  return { ...input, form: await sealPersons(form, target.unit.code, desk.keys) };
}

interface Sender {
  id: string;
  person: Person;
  admit: (target: Target) => void;
  command: (target: Target) => TargetCommand | Promise<TargetCommand>;
}

function aggregateOf(
  desk: TargetDesk,
  { id, person, admit, command }: Sender,
): Aggregate<Target, TargetEvent> {
  return {
    id,
    stream: streamOf.target(id),
    initial: NONE,
    evolve,
    admit,
    decide: async (target, time) => decided(desk, await command(target), { id, person, target, time }),
  };
}

async function decided(
  desk: TargetDesk,
  command: TargetCommand,
  { id, person, target, time }: { id: string; person: Person; target: Target; time: string },
): Promise<Decided<TargetEvent>> {
  const { register } = desk;
  const subject = command.type === 'DraftTarget' ? command : target;
  const { campaignId, form } = subject;
  const situation = { person, target, campaignId, kind: form.kind, where: whereIs(subject), time };
  const context = await withJudgement(desk, command, { id, target }, contextOf(situation, register));
  const events = decide(command, target, context);
  const campaignRevision = register.campaigns.get(campaignId)?.revision;
  return {
    events,
    actor: actorOf(command, target, context),
    directoryRevision: register.directoryRevision,
    ...(campaignRevision !== undefined && { campaignRevision }),
  };
}

const asksForFindings = (command: TargetCommand): boolean =>
  command.type === 'SubmitTarget' || (command.type === 'GiveOpinion' && command.inBatch === true);

/** Screening and scoring are asked only where the decision reads them. */
async function withJudgement(
  desk: TargetDesk,
  command: TargetCommand,
  { id, target }: { id: string; target: Target },
  context: Context,
): Promise<Context> {
  const { ruleSet } = context;
  if (asksForFindings(command))
    return { ...context, findings: await findingsOf(desk, { ...target, target: id }, ruleSet) };
  if (command.type !== 'SubmitSelfEvaluation') return context;
  const { paid, budget } = command;
  const actuals = new Map(command.actuals.map(({ indicatorId, actual }) => [indicatorId, actual]));
  return { ...context, ...desk.assess(target.form, actuals, { paid, budget }, ruleSet) };
}

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
export type TargetCommandInput = WithInput<
  Exclude<TargetCommand, { type: 'DraftTarget' | 'ClassifyTarget' }>
>;

/** Under which campaign and unit a target begins. */
interface Place {
  campaignId: string;
  unitCode: string;
}
export interface DraftInput extends Place {
  form: FormInput;
}
/** 涉密: code and reason, no form. */
export interface ClassifiedInput extends Place {
  code: string;
  reason: string;
}

/** Begins a target; its id follows from the command's. @throws as `handleCommand` */
export async function draftTarget(
  desk: TargetDesk,
  input: DraftInput,
  request: CommandRequest,
): Promise<CommandResult> {
  const where = placeOf(desk, input, 'DraftTarget', request.user);
  const form = await sealPersons(
    withRowIds(input.form, rowIds(request.commandId)),
    input.unitCode,
    desk.keys,
  );
  return begin(desk, { type: 'DraftTarget', ...where, form }, request);
}

/** Registers a 涉密 target by its code. @throws as `handleCommand` */
export async function classifyTarget(
  desk: TargetDesk,
  { code, reason, ...place }: ClassifiedInput,
  request: CommandRequest,
): Promise<CommandResult> {
  const where = placeOf(desk, place, 'ClassifyTarget', request.user);
  return begin(desk, { type: 'ClassifyTarget', ...where, code, reason }, request);
}

function begin(desk: TargetDesk, command: TargetCommand, request: CommandRequest): Promise<CommandResult> {
  const id = derivedId(request.commandId, 'target');
  const admit = (): void => undefined;
  const person = personOf(desk.register, request.user);
  return handleCommand(
    desk.recorder,
    aggregateOf(desk, { id, person, admit, command: () => command }),
    request,
  );
}

type Begun = Extract<TargetCommand, { type: 'DraftTarget' | 'ClassifyTarget' }>;

/** As the register knows the place. @throws Refusal, AccessDenied, NotFound */
function placeOf(
  { register }: TargetDesk,
  { campaignId, unitCode }: Place,
  type: Begun['type'],
  user: string,
): Pick<Begun, 'campaignId' | 'unit' | 'department' | 'fiscalYear'> {
  const person = personOf(register, user);
  const { directory } = register;
  const unit = directory.units.get(unitCode);
  const department = unit && directory.units.get(unit.departmentCode);
  if (!unit || unit.closed || !department) throw new Refusal('UnknownUnit', {}, [{ path: '/unitCode' }]);
  const where = { unitCode: unit.code, departmentCode: department.code };
  const may = mayCommand(person, type, { where, named: false, departmentsGrant: false }, directory);
  if (!may) throw new AccessDenied(type);
  if (!register.campaigns.has(campaignId))
    throw new Refusal('CampaignNotOpen', {}, [{ path: '/campaignId' }]);
  const { fiscalYear } = campaignOf(register, campaignId).campaign;
  return {
    campaignId,
    unit: { code: unit.code, name: unit.name },
    department: { code: department.code, name: department.name },
    fiscalYear,
  };
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
  const subject = command.type === 'DraftTarget' || command.type === 'ClassifyTarget' ? command : target;
  const { campaignId } = subject;
  const { kind } = 'form' in subject ? subject.form : target.form;
  const situation = { person, target, campaignId, kind, where: whereIs(subject), time };
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

/** Asked where a code comes in; one that stays was asked about before. */
async function isFiledOffline(
  { neighbours }: TargetDesk,
  command: Extract<TargetCommand, { type: 'DraftTarget' | 'ReviseForm' }>,
  target: Target,
): Promise<boolean> {
  const { code } = command.form;
  if (code === undefined || code === target.form.code) return false;
  return neighbours.isClassified(command.type === 'DraftTarget' ? command : target, code);
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
  if (command.type === 'DraftTarget' || command.type === 'ReviseForm')
    return { ...context, filedOffline: await isFiledOffline(desk, command, target) };
  if (asksForFindings(command))
    return { ...context, findings: await findingsOf(desk, { ...target, target: id }, ruleSet) };
  if (command.type !== 'SubmitSelfEvaluation') return context;
  const { paid, budget } = command;
  const actuals = new Map(command.actuals.map(({ indicatorId, actual }) => [indicatorId, actual]));
  return { ...context, ...desk.assess(target.form, actuals, { paid, budget }, ruleSet) };
}

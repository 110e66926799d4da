import {
  decideCampaign,
  evolveCampaign,
  NO_CAMPAIGN,
  type Campaign,
  type CampaignCommand,
  type CampaignEvent,
} from '#domain/campaign';
import {
  decideDirectory,
  DIRECTORY_RIGHTS,
  EMPTY_DIRECTORY,
  evolveDirectory,
  PART_OF,
  type Directory,
  type DirectoryCommand,
  type DirectoryEvent,
} from '#domain/directory';
import { type Actor } from '#domain';
import { type Finding } from '#domain/target';
import { type EventStore } from '#event-store';
import { type Form } from '#form';
import { NO_NEIGHBOURS } from './comparison.ts';
import { handleCommand, type Jurisdiction } from './handle-command.ts';
import { streamOf } from './history.ts';
import { type Assess, type Clock, type Neighbours, type PersonKeys, type Screen } from './ports.ts';
import { RecentStreams } from './recent-streams.ts';
import { Register, type KnownCampaign } from './register.ts';
import {
  diffBetween,
  historyOf,
  readAt,
  readLastYear,
  readPublished,
  readTarget,
  verifyTarget,
} from './replay.ts';
import { AccessDenied, type CommandRequest, type CommandResult } from './request.ts';
import {
  classifyTarget,
  draftTarget,
  sendToTarget,
  type ClassifiedInput,
  type DraftInput,
  type TargetCommandInput,
} from './target-commands.ts';
import { type TargetDesk } from './target-desk.ts';
import { screenTrial, type TrialPlace } from './trial.ts';
import { actorOf, personOf } from './target-context.ts';

export interface ApplicationOptions {
  store: EventStore;
  clock: Clock;
  keys: PersonKeys;
  jurisdiction: Jurisdiction;
  screen: Screen;
  assess: Assess;
  /** Without, no form is compared with another. */
  neighbours?: Neighbours;
  /** The register could not follow the feed any more: the process must not go on deciding. */
  onFailure: (error: unknown) => void;
}

/** The installation itself, before anybody can sign in: sets up the first offices and people. */
export const INSTALLATION = 'installation';
const installer: Actor = { user: INSTALLATION, name: '系统初始化', post: '', organisation: '' };

/** What doors call: HTTP, the demo's seeding and tests all use this one. */
export class Application {
  private readonly desk: TargetDesk;
  private readonly register: Register;

  constructor(options: ApplicationOptions) {
    const { store, clock, jurisdiction, keys, screen, assess, neighbours = NO_NEIGHBOURS } = options;
    this.register = new Register(store, options.onFailure);
    const recorder = { store, clock, jurisdiction, recent: new RecentStreams(store) };
    this.desk = { recorder, register: this.register, keys, screen, assess, neighbours };
  }

  /** Resolves when directory and campaigns are folded and followed. */
  ready(): Promise<void> {
    return this.register.start();
  }

  close(): Promise<void> {
    return this.register.stop();
  }

  directory(): Directory {
    return this.register.directory;
  }

  campaigns(): ReadonlyMap<string, KnownCampaign> {
    return this.register.campaigns;
  }

  draft(input: DraftInput, request: CommandRequest): Promise<CommandResult> {
    return draftTarget(this.desk, input, request);
  }

  /** 涉密: registered by its code, without a form. */
  classify(input: ClassifiedInput, request: CommandRequest): Promise<CommandResult> {
    return classifyTarget(this.desk, input, request);
  }

  send(id: string, command: TargetCommandInput, request: CommandRequest): Promise<CommandResult> {
    return sendToTarget(this.desk, id, command, request);
  }

  readonly targets = {
    read: (id: string, user: string) => readTarget(this.desk, id, user),
    at: (id: string, user: string, moment: Parameters<typeof readAt>[3]) =>
      readAt(this.desk, id, user, moment),
    history: (id: string, user: string) => historyOf(this.desk, id, user),
    diff: (id: string, user: string, between: readonly [number, number]) =>
      diffBetween(this.desk, id, user, between),
    seal: (id: string, user: string) => verifyTarget(this.desk, id, user),
    lastYear: (id: string, user: string) => readLastYear(this.desk, id, user),
    published: (id: string) => readPublished(this.desk, id),
  };

  /** A form tried out in its place among the others; nothing is kept. */
  screen(form: Form, where: TrialPlace, user: string): Promise<readonly Finding[]> {
    return screenTrial(this.desk, form, where, user);
  }

  /** 绩效股 keeps campaigns. Resolves when this process decides by the change. */
  async sendToCampaign(
    id: string,
    command: CampaignCommand,
    request: CommandRequest,
  ): Promise<CommandResult> {
    const actor = this.actorWith(request.user, ['performance']);
    const { directory } = this.register;
    const departments = [...directory.units.values()].filter((unit) => unit.code === unit.departmentCode);
    const offices = {
      departments: departments.map(({ code }) => code),
      units: new Map([...directory.units.values()].map((unit) => [unit.code, unit.departmentCode])),
    };
    const result = await handleCommand<Campaign, CampaignEvent>(
      this.desk.recorder,
      {
        id,
        stream: streamOf.campaign(id),
        initial: NO_CAMPAIGN,
        evolve: evolveCampaign,
        admit: () => actor(command.type),
        decide: (campaign) => ({
          events: decideCampaign(command, campaign, offices),
          actor: actor(command.type),
        }),
      },
      request,
    );
    return this.followed(result);
  }

  /** 系统管理员 keeps units and people, 安全管理员 their roles. Resolves when this process decides by the change. */
  async sendToDirectory(command: DirectoryCommand, request: CommandRequest): Promise<CommandResult> {
    const actor = this.actorWith(request.user, [DIRECTORY_RIGHTS[command.type]]);
    const part = PART_OF[command.type];
    const result = await handleCommand<Directory, DirectoryEvent>(
      this.desk.recorder,
      {
        id: part,
        stream: streamOf.directory(part),
        initial: EMPTY_DIRECTORY,
        evolve: evolveDirectory,
        admit: () => actor(command.type),
        decide: (own) => ({
          events: decideDirectory(command, { ...this.register.directory, [part]: own[part] }),
          actor: actor(command.type),
        }),
      },
      request,
    );
    return this.followed(result);
  }

  private actorWith(user: string, roles: readonly string[]): (command: string) => Actor {
    return (command) => {
      if (user === INSTALLATION) return installer;
      const person = personOf(this.register, user);
      if (!person.roles.some((role) => roles.includes(role))) throw new AccessDenied(command);
      return actorOf(person, this.register);
    };
  }

  private async followed(result: CommandResult): Promise<CommandResult> {
    if (result.position !== null) await this.register.waitFor(result.position);
    return result;
  }
}

import { v5 } from 'uuid';
import { type CampaignCommand } from '#domain/campaign';
import { hashOf, INSTALLATION, type Application, type Clock, type CommandRequest } from '#application';
import { atWork, campaignsAt, DAY, dayOf, opening, type DemoCampaign } from './campaigns.ts';
import { lifeOf } from './lives.ts';
import { directoryCommands, staffOf, type DemoUnit } from './people.ts';
import { subjectsOf, type Planned } from './subjects.ts';

const NAMESPACE = '6a0f3e0c-5d5b-5b0e-8a3e-6d7562696f21';

/** A clock that the seeding sets from step to step, so that the demo's history has its own times. */
export class SimulatedClock implements Clock {
  private moment = 0;
  now(): number {
    return this.moment;
  }
  set(moment: number): void {
    this.moment = moment;
  }
}

interface Act {
  at: number;
  run: () => Promise<unknown>;
}

/**
 * Fills an empty system with 望川县: register, last year's campaign (evaluated and closed) and this year's with targets
 * in every state, all by real commands at times of their own. Called again with the same `now`, every command is found
 * to be there already and nothing changes.
 */
export async function seedDemo(application: Application, clock: SimulatedClock, now: number): Promise<void> {
  const staff = staffOf();
  const { last, current } = campaignsAt(now);
  clock.set(atWork(last.start - 30 * DAY, 0));
  for (const [index, command] of directoryCommands(staff).entries())
    await application.sendToDirectory(
      command,
      requestOf(INSTALLATION, `directory ${String(index)}`, command),
    );
  const acts = [
    ...actsOf(application, last, staff.units),
    ...actsOf(application, current, staff.units),
    { at: atWork(current.start + 35 * DAY, 1), run: () => closing(application, last) },
  ];
  acts.sort((a, b) => a.at - b.at);
  for (const { at, run } of acts) {
    clock.set(at);
    await run();
  }
}

function closing(application: Application, { id }: DemoCampaign): Promise<unknown> {
  const command: CampaignCommand = { type: 'CloseCampaign', reason: '年度评价全部完成' };
  return application.sendToCampaign(id, command, requestOf('performance', `close ${id}`, command));
}

function actsOf(application: Application, campaign: DemoCampaign, units: readonly DemoUnit[]): Act[] {
  const { id, start, days } = campaign;
  const open = opening(campaign);
  const run = (): Promise<unknown> =>
    application.sendToCampaign(id, open, requestOf(INSTALLATION, `open ${id}`, open));
  const planned = subjectsOf(campaign, units);
  return [
    { at: atWork(start - 2 * DAY, 0), run },
    ...planned.flatMap((one, index) => {
      const begin = start + Math.floor((index / planned.length) * days) * DAY;
      return life(application, campaign, { ...one, index, begin });
    }),
  ];
}

/** A target's own acts: one every few days, at working hours. */
function life(
  application: Application,
  { id, pace }: DemoCampaign,
  { subject, end, index, begin }: Planned & { index: number; begin: number },
): Act[] {
  const drafted = { campaignId: id, unitCode: subject.unit.code, form: subject.form };
  const request = requestOf(subject.unit.clerk.user, `draft ${id} ${String(index)}`, drafted);
  const targetId = v5('target', request.commandId);
  const steps = lifeOf(end, subject, dayOf(begin + 12 * DAY));
  return [
    { at: atWork(begin, index), run: () => application.draft(drafted, request) },
    ...steps.map(({ user, command }, place) => ({
      at: atWork(begin + (place + 1) * pace * DAY, index + place + 1),
      run: () =>
        application.send(targetId, command, requestOf(user, `${targetId} ${String(place)}`, command)),
    })),
  ];
}

const requestOf = (user: string, what: string, body: unknown): CommandRequest => {
  const commandId = v5(what, NAMESPACE);
  return { user, commandId, commandHash: hashOf(body), correlationId: commandId };
};

import { type CampaignEvent } from '#domain/campaign';
import {
  EMPTY_DIRECTORY,
  evolveDirectory,
  headsOf,
  mayCommand,
  reviewersOf,
  staffersOf,
  type Directory,
  type DirectoryEvent,
  type Person,
  type Section,
  type Unit,
  type Whereabouts,
} from '#domain/directory';
import { type NamedPerson, type Stage, type Target, type TargetCommandType } from '#domain/target';
import type { ProjectedEvent, Row } from '../rows/index.ts';
import type { StageOffices } from './duty.ts';

export interface OfficeRow extends Row {
  part: 'unit' | 'section' | 'person' | 'campaign';
  id: string;
  data: unknown;
}

/** The register as far as duties go, folded by the domain, with its answers remembered until it changes. */
export class Offices {
  private directory: Directory = EMPTY_DIRECTORY;
  /** Campaigns in which departments grant to their own units. */
  private readonly departmentsGrant = new Map<string, boolean>();
  private readonly users = new Map<string, readonly string[]>();
  private readonly reviewers = new Map<string, readonly NamedPerson[]>();

  hold(rows: readonly OfficeRow[]): void {
    const of = <T>(part: OfficeRow['part']): Map<string, T> =>
      new Map(rows.filter((row) => row.part === part).map(({ id, data }) => [id, data as T]));
    this.directory = {
      units: of<Unit>('unit'),
      sections: of<Section>('section'),
      people: of<Person>('person'),
    };
    for (const [id, { departmentsGrant }] of of<{ departmentsGrant: boolean }>('campaign'))
      this.departmentsGrant.set(id, departmentsGrant);
  }

  /** Takes a fact of the register; gives the row that it changed. */
  take(event: ProjectedEvent): OfficeRow | null {
    this.users.clear();
    this.reviewers.clear();
    if (event.stream.startsWith('campaign-'))
      return this.takeCampaign(event.id, event.event as CampaignEvent);
    const fact = event.event as DirectoryEvent;
    this.directory = evolveDirectory(this.directory, { ...event, event: fact });
    if ('user' in fact) return this.personRow(fact.user);
    if ('code' in fact) return { part: 'unit', id: fact.code, data: this.directory.units.get(fact.code) };
    return { part: 'section', id: fact.id, data: this.directory.sections.get(fact.id) };
  }

  /** Who may send the command about a target of this place. */
  whoMay(command: TargetCommandType, { unit, department, campaignId }: Target): readonly string[] {
    const departmentsGrant = this.departmentsGrant.get(campaignId) ?? false;
    const key = `${command} ${unit.code} ${department.code} ${String(departmentsGrant)}`;
    const known = this.users.get(key);
    if (known) return known;
    const situation = {
      where: { unitCode: unit.code, departmentCode: department.code },
      named: false,
      departmentsGrant,
    };
    const users = [...this.directory.people.values()]
      .filter((person) => mayCommand(person, command, situation, this.directory))
      .map(({ user }) => user);
    this.users.set(key, users);
    return users;
  }

  /** Who has to find people for the unit of this target. */
  whoStaffs({ unit, department }: Target): readonly string[] {
    const key = `staff ${department.code}`;
    const where = { unitCode: unit.code, departmentCode: department.code };
    const users = this.users.get(key) ?? staffersOf(where, this.directory);
    this.users.set(key, users);
    return users;
  }

  stages({ unit, department }: Target): StageOffices {
    const where = { unitCode: unit.code, departmentCode: department.code };
    return {
      reviewers: (stage) => this.reviewersOf(stage, where),
      heads: (stage) => headsOf(stage.reviewers, where, this.directory),
    };
  }

  private reviewersOf(stage: Stage, where: Whereabouts): readonly NamedPerson[] {
    const key = `${stage.reviewers} ${where.departmentCode}`;
    const known = this.reviewers.get(key) ?? reviewersOf(stage.reviewers, where, this.directory);
    this.reviewers.set(key, known);
    return known;
  }

  private takeCampaign(id: string, event: CampaignEvent): OfficeRow | null {
    if (event.type !== 'CampaignOpened') return null;
    const { departmentsGrant } = event;
    this.departmentsGrant.set(id, departmentsGrant);
    return { part: 'campaign', id, data: { departmentsGrant } };
  }

  private personRow(user: string): OfficeRow {
    const person = this.directory.people.get(user);
    return { part: 'person', id: user, data: person && { ...person, name: '', username: '', post: '' } };
  }
}

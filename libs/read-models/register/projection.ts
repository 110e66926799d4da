import { evolveCampaign, NO_CAMPAIGN, type Campaign, type CampaignEvent, type Scope } from '#domain/campaign';
import { evolveDirectory, EMPTY_DIRECTORY, type Directory, type DirectoryEvent } from '#domain/directory';
import type { StoredEvent } from '#event-store';
import { changing, eachEvent } from '../rows/index.ts';
import type { ProjectedEvent, Projection, Projector, ReadRows, Row, RowOperation } from '../rows/index.ts';
import { CAMPAIGNS, DEADLINES, UNITS } from './tables.ts';

/** Units and campaigns as the other views' queries join them: names as they are now, and deadlines. */
export const register: Projection = {
  name: 'register',
  version: 1,
  filter: { streamPrefixes: ['directory-units', 'campaign-'] },
  tables: [UNITS, CAMPAIGNS, DEADLINES],
  begin: () => new RegisterProjector(),
};

interface UnitRow extends Row {
  code: string;
  name: string;
  department: string;
  closed: boolean;
}

class RegisterProjector implements Projector {
  private directory: Directory = EMPTY_DIRECTORY;
  private readonly campaigns = new Map<string, Campaign>();
  private isRecalled = false;

  async recall(_events: readonly StoredEvent[], read: ReadRows): Promise<void> {
    if (this.isRecalled) return;
    const units = await read<UnitRow>('select * from {schema}.unit', []);
    const known = units.map(({ code, name, department, closed }) => {
      return [code, { code, name, departmentCode: department, closed }] as const;
    });
    this.directory = { ...EMPTY_DIRECTORY, units: new Map(known) };
    const campaigns = await read<{ id: string; fold: Campaign }>(
      'select id, fold from {schema}.campaign',
      [],
    );
    for (const { id, fold } of campaigns) this.campaigns.set(id, fold);
    this.isRecalled = true;
  }

  project(events: readonly StoredEvent[]): RowOperation[] {
    const units = new Set<string>();
    const campaigns = new Set<string>();
    eachEvent(events, (event) => {
      if (isCampaignEvent(event)) {
        this.campaigns.set(event.id, evolveCampaign(this.campaigns.get(event.id) ?? NO_CAMPAIGN, event));
        campaigns.add(event.id);
      } else if (isDirectoryEvent(event)) {
        this.directory = evolveDirectory(this.directory, event);
        if ('code' in event.event) units.add(event.event.code);
      }
    });
    return changing([
      { kind: 'upsert', table: UNITS, rows: [...units].map((code) => this.unitRow(code)) },
      { kind: 'upsert', table: CAMPAIGNS, rows: [...campaigns].map((id) => this.campaignRow(id)) },
      { kind: 'upsert', table: DEADLINES, rows: [...campaigns].flatMap((id) => this.deadlineRows(id)) },
    ]);
  }

  private unitRow(code: string): Row {
    const unit = this.directory.units.get(code);
    return { code, name: unit?.name, department: unit?.departmentCode, closed: unit?.closed };
  }

  private campaignRow(id: string): Row {
    const campaign = this.campaigns.get(id) ?? NO_CAMPAIGN;
    const { name, fiscalYear, state, chains } = campaign;
    return { id, name, year: fiscalYear, state, chains, fold: campaign };
  }

  private deadlineRows(id: string): Row[] {
    const { windows, extensions } = this.campaigns.get(id) ?? NO_CAMPAIGN;
    const rows = new Map<string, DeadlineRow>();
    for (const [win, window] of Object.entries(windows))
      if (window) rows.set(`${win} all `, { campaign: id, win, scope: 'all', code: '', ...window });
    for (const { window: win, scope, until } of extensions) {
      const place = placeOf(scope);
      const key = `${win} ${place.scope} ${place.code}`;
      const before = rows.get(key)?.closes ?? '';
      const opens = windows[win]?.opens ?? null;
      rows.set(key, { campaign: id, win, ...place, opens, closes: until > before ? until : before });
    }
    return [...rows.values()];
  }
}

interface DeadlineRow extends Row {
  campaign: string;
  win: string;
  scope: string;
  code: string;
  opens: string | null;
  closes: string;
}

function placeOf(scope: Scope): { scope: string; code: string } {
  if ('all' in scope) return { scope: 'all', code: '' };
  return 'department' in scope
    ? { scope: 'department', code: scope.department }
    : { scope: 'unit', code: scope.unit };
}

const isCampaignEvent = (event: ProjectedEvent): event is ProjectedEvent<CampaignEvent> =>
  event.stream.startsWith('campaign-');
const isDirectoryEvent = (event: ProjectedEvent): event is ProjectedEvent<DirectoryEvent> =>
  event.stream.startsWith('directory-');

import { windowFor } from '#domain/campaign';
import { mayCommand, staffersOf, type Person, type Unit, type Whereabouts } from '#domain/directory';
import type { KnownCampaign } from '#application';
import type { Begun, UnitInCampaign } from '#read-models';
import type { Book } from './schedule-of.ts';
import { placeKey, type UnitDuty } from './subject.ts';

/** Days without end, as the tasks have them. */
const ALWAYS = { fromDay: '0000-01-01', untilDay: '9999-12-31' };

/**
 * Who has to begin: of every unit that has nothing standing in an open campaign with a window of 申报, its clerks and
 * heads (单位经办, 单位审核岗). Where it has neither, the next post up has to see to it that there is somebody. Anything
 * that is drafted ends it: from then on it is the target's own duty. Of these places, or of all.
 */
export function unitDuties(
  book: Book,
  begun: readonly Begun[],
  places?: readonly UnitInCampaign[],
): UnitDuty[] {
  const begunBy = new Map(begun.map((one) => [placeKey(one), one]));
  const staff = staffByUnit(book);
  const wanted = places && new Set(places.map(placeKey));
  return [...book.campaigns].flatMap(([campaign, known]) => {
    if (known.campaign.state !== 'open' || !known.campaign.windows.submission) return [];
    return [...book.directory.units.values()].flatMap((unit) => {
      const key = placeKey({ campaign, unit: unit.code });
      const before = begunBy.get(key);
      if (unit.closed || before?.stands || wanted?.has(key) === false) return [];
      const since = later(known.openedAt, before?.abandonedAt ?? null);
      const own = staff.get(unit.code);
      const asked = own
        ? ({ duty: 'draft', users: own } as const)
        : ({ duty: 'staff', users: staffersOf(whereIs(unit), book.directory) } as const);
      return dutiesOf({ id: campaign, ...known }, unit, asked, since);
    });
  });
}

function dutiesOf(
  { id, campaign }: KnownCampaign & { id: string },
  { code, name, departmentCode }: Unit,
  { duty, users }: Pick<UnitDuty, 'duty'> & { users: readonly string[] },
  since: string,
): UnitDuty[] {
  const window = windowFor(campaign, 'submission', { unitCode: code, departmentCode });
  const owed = {
    ...ALWAYS,
    target: null,
    duty,
    since,
    opens: window?.opens ?? null,
    deadline: window?.closes ?? null,
    campaign: id,
    unit: code,
    department: departmentCode,
    name: campaign.name,
    unitName: name,
  } as const;
  return users.map((user) => ({ ...owed, user }));
}

/** By unit, whoever may draft or submit for it. */
function staffByUnit({ directory }: Book): Map<string, string[]> {
  const staff = new Map<string, string[]>();
  for (const person of directory.people.values()) {
    const unit = 'unit' in person.place ? directory.units.get(person.place.unit) : undefined;
    if (!unit || !mayBegin(person, unit, directory)) continue;
    const users = staff.get(unit.code) ?? [];
    staff.set(unit.code, [...users, person.user]);
  }
  return staff;
}

function mayBegin(person: Person, unit: Unit, directory: Book['directory']): boolean {
  const situation = { where: whereIs(unit), named: false, departmentsGrant: false };
  return (['DraftTarget', 'SubmitTarget'] as const).some((command) =>
    mayCommand(person, command, situation, directory),
  );
}

const whereIs = ({ code, departmentCode }: Unit): Whereabouts => ({ unitCode: code, departmentCode });

/** Of two moments, ISO 8601. */
const later = (one: string, other: string | null): string =>
  other !== null && Date.parse(other) > Date.parse(one) ? other : one;

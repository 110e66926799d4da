import type { DirectionForm, Form, Indicator, OverallForm, ProjectForm } from '#form';
import type { ScreeningContext } from '#screening';

/** A seeded source of choices, so that a report can be repeated. */
export type Choose = <T>(from: readonly T[]) => T | undefined;

/** A form with one thing wrong, and what it is screened beside. */
export interface Planted {
  form: Form;
  context?: ScreeningContext;
}

/** One way in which a clerk goes wrong. */
export interface Plant {
  /** As in the list of screening rules of the plan. */
  kind: string;
  spelling: string;
  /** Codes, any of which finds it. */
  finds: readonly string[];
  /** Codes that may rightly speak as well. */
  follows?: readonly string[];
  /** The spoilt form; undefined where the form has nothing to spoil in this way. */
  spoil: (form: Form, choose: Choose) => Planted | undefined;
}

/** Mulberry32: enough to vary the choice of rows. */
export function chooser(seed: number): Choose {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return (from) => from[Math.floor(next() * from.length)];
}

type Spoil = Plant['spoil'];

/** Spoils a project form only. */
export const onProject =
  (change: (form: ProjectForm, choose: Choose) => Partial<ProjectForm> | undefined): Spoil =>
  (form, choose) => {
    const changed = form.kind === 'project' ? change(form, choose) : undefined;
    return changed && { form: { ...form, ...changed } as Form };
  };

export const onOverall =
  (change: (form: OverallForm) => Partial<OverallForm> | undefined): Spoil =>
  (form) => {
    const changed = form.kind === 'overall' ? change(form) : undefined;
    return changed && { form: { ...form, ...changed } as Form };
  };

export const onDirection =
  (change: (form: DirectionForm) => Partial<DirectionForm> | undefined): Spoil =>
  (form) => {
    const changed = form.kind === 'direction' ? change(form) : undefined;
    return changed && { form: { ...form, ...changed } as Form };
  };

/** Spoils one of the rows that a test picks out; the change sees the row. */
export const onRow =
  (
    picks: (row: Indicator, form: Form) => boolean,
    change: (row: Indicator, form: Form) => Partial<Record<keyof Indicator, string | undefined>>,
  ): Spoil =>
  (form, choose) => {
    const rows = form.indicators ?? [];
    const chosen = choose(rows.filter((row) => picks(row, form)));
    if (!chosen) return undefined;
    const spoilt = pruned({ ...chosen, ...change(chosen, form) });
    return {
      form: withRows(
        form,
        rows.map((row) => (row === chosen ? spoilt : row)),
      ),
    };
  };

/** Adds a row beside the others. */
export const withRow =
  (written: (form: Form, choose: Choose) => Omit<Indicator, 'id'> | undefined): Spoil =>
  (form, choose) => {
    const rows = form.indicators ?? [];
    const takesRows = rows.some(({ value }) => value) && !rows.some(({ weight }) => weight);
    const added = takesRows ? written(form, choose) : undefined;
    return added && { form: withRows(form, [...rows, { id: 'planted', ...added }]) };
  };

export const withRows = (form: Form, indicators: readonly Indicator[]): Form =>
  ({ ...form, indicators }) as Form;

function pruned(row: Partial<Record<keyof Indicator, string | undefined>>): Indicator {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== undefined),
  ) as unknown as Indicator;
}

/** A plain number as 指标值, so that there is something to spoil. */
export const isFigure = ({ value = '', operator }: Indicator): boolean =>
  operator !== '定性' && /^\d+(?:\.\d+)?$/.test(value) && Number(value) > 0;
export const isRate = (row: Indicator): boolean => isFigure(row) && row.unit === '%';
export const isCount = (row: Indicator): boolean =>
  isFigure(row) && /^(?:人|户|个|次|件|家|台|亩|期|场|人次|公里|所|座)$/.test(row.unit ?? '');

/** Turns the data of one schema version into that of the next. Pure; never writes back. */
export type Upcaster = (data: never) => unknown;

/** For every event type its upcasters in order: with n of them its schema version is n + 1. */
export type UpcasterRegistry = Readonly<Record<string, readonly Upcaster[]>>;

export interface Upcasting {
  /** The schema version that new events of this type are written in. @throws UnknownEvent */
  currentVersion(type: string): number;
  /** Data in the shape of today. Only ever called while folding: what is stored and sealed stays. @throws UnknownEvent */
  upcast(event: { type: string; schemaVersion: number; data: unknown }): unknown;
}

/** History holds what this program does not know: another version wrote it. Never skipped. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';

  constructor(
    readonly type: string,
    readonly schemaVersion?: number,
  ) {
    super(
      `Unknown event ${type}${schemaVersion === undefined ? '' : ` of schema version ${schemaVersion}`}.`,
    );
  }
}

export function upcasting(registry: UpcasterRegistry): Upcasting {
  const upcasters = new Map(Object.entries(registry));
  const of = (type: string): readonly Upcaster[] => {
    const known = upcasters.get(type);
    if (known === undefined) throw new UnknownEvent(type);
    return known;
  };
  return {
    currentVersion: (type) => of(type).length + 1,
    upcast({ type, schemaVersion, data }) {
      const steps = of(type);
      const isKnown =
        Number.isInteger(schemaVersion) && schemaVersion >= 1 && schemaVersion <= steps.length + 1;
      if (!isKnown) throw new UnknownEvent(type, schemaVersion);
      return steps.slice(schemaVersion - 1).reduce((older, step) => step(older as never), data);
    },
  };
}

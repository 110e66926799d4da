/** What one attack came to. */
export interface Verdict {
  attack: string;
  /** Did it go as the system promises, or for a known loser: was it convicted? */
  isAsPromised: boolean;
  /** One line of figures. */
  figures: string;
}

export const verdictLine = ({ attack, isAsPromised, figures }: Verdict): string =>
  `${isAsPromised ? '✓' : '✗'} ${attack}: ${figures}`;

/** How large an attack is: as the issue asks, or a short form for CI. */
export interface Extent {
  isShort: boolean;
  say: (line: string) => void;
}

export interface Attack {
  /** As `--only=` names it. */
  name: string;
  run: (extent: Extent) => Promise<Verdict[]>;
}

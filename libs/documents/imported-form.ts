import type { FormInput } from '#form';

/** Where a value came from: table and cell count from 1 (table 0 is text, its row the line), and how sure we are. */
export interface ValuePlace {
  table: number;
  row: number;
  column: number;
  text: string;
  /** 1 for a value beside its own label; lower where structure, order or neighbours had to be trusted. */
  confidence: number;
}

/** An opinion written on the paper; it stands beside the form, never in it. `date` is 2022-11-28 or as written. */
export interface PaperOpinion {
  stage: string;
  comment?: string;
  date?: string;
}

/** Text of the document that is in no field of the form. */
export interface UnrecognisedText {
  where: string;
  text: string;
}

/** One form found in a document; `places` is keyed by the form's paths, rows by id: `/indicators/i3/value`. */
export interface ImportedForm {
  form: FormInput;
  opinions: PaperOpinion[];
  places: Record<string, ValuePlace>;
  unrecognised: UnrecognisedText[];
}

export interface RecogniseOptions {
  /** The fiscal year of forms whose document names none. */
  fiscalYear?: number;
}

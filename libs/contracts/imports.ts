import { type Office } from '#domain/target';
import { type FormInput } from '#form';
import { type Problem } from './problem.ts';

/** What is wrong at a cell of a file; row and column from 1. */
export interface CellFault {
  sheet: string;
  row: number;
  column: number;
  /** As Excel calls it: D5. */
  cell: string;
  message: string;
}

/** A form that a file holds, as the clerk is shown it before anything is made of it. */
export interface FormPreview {
  /** Names it in this file: a draft made of it is made once. */
  key: string;
  row: number;
  /** The unit that it will be a draft of; null where that is not known. */
  unit: Office | null;
  /** Absent where it cannot become a draft. */
  form?: FormInput;
  errors: CellFault[];
  unrecognised: { where: string; text: string }[];
}

/** `POST /api/imports/batch`. */
export interface FilePreview {
  sha256: string;
  items: FormPreview[];
  /** Of the file as a whole. */
  errors: CellFault[];
}

/** What became of one form that was to be a draft. */
export type DraftOutcome =
  | { key?: string; outcome: 'done'; id: string; revision: number; position: string | null }
  | { key?: string; outcome: 'left-out'; problem: Pick<Problem, 'code' | 'detail' | 'errors'> };

/** `POST /api/imports/drafts`, in the order asked for; `position` is the latest of them, null where nothing was made. */
export interface DraftsReply {
  items: readonly DraftOutcome[];
  position: string | null;
}

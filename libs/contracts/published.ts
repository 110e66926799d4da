import { type Office, type ScoreSheet } from '#domain/target';
import { type Form, type FormKind } from '#form';

/** What anybody may know of a published target: no person, no opinion. Money in 万元. */
interface Published {
  id: string;
  kind: FormKind;
  fiscalYear: number;
  unit: Office;
  department: Office;
  /** As granted. */
  amount: string;
  /** The day of publication (YYYY-MM-DD). */
  disclosedOn: string;
  /** Once the bureau has confirmed it. */
  evaluation?: Pick<ScoreSheet, 'total' | 'grade'>;
}

/** An item of `GET /api/public/disclosures`. */
export interface PublishedItem extends Published {
  name?: string;
}

/** `GET /api/public/disclosures/:id`. */
export interface DisclosedTarget extends Published {
  /** Where the unit published it. */
  url: string;
  /** As much of it as `publicForm` leaves. */
  form: Form;
}

/** An item of `GET /api/public/departments`: how many targets it published, the newest year first. */
export interface PublishedDepartment extends Office {
  years: { year: number; targets: number }[];
}

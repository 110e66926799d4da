import { gradeOf, type Grade, type GradeBounds, type SheetCriterion } from '#domain';
import { type Annotation, type Decision } from '#domain/target';

export interface SheetEntry {
  points: string;
  comment: string;
}

/** What an examiner has put down about one target and not yet given. */
export interface OpinionDraft {
  decision: Decision | null;
  grade: Grade | null;
  comment: string;
  annotations: readonly Annotation[];
  /** `unit`, or the id of an earlier stage. */
  returnTo: string;
  /** By question; null while the review sheet is folded away. */
  sheet: Readonly<Record<string, SheetEntry>> | null;
}

export const BLANK: OpinionDraft = {
  decision: null,
  grade: null,
  comment: '',
  annotations: [],
  returnTo: 'unit',
  sheet: null,
};

/** Nothing is put down yet; an unfolded sheet without an answer is nothing. */
export const isBlank = ({ decision, grade, comment, annotations, sheet }: OpinionDraft): boolean =>
  decision === null &&
  grade === null &&
  comment === '' &&
  annotations.length === 0 &&
  Object.values(sheet ?? {}).every((entry) => entry.points === '' && entry.comment === '');

/** 财预〔2015〕88号: 优 and 良 go on, 中 is returned, 差 may not enter the budget. */
const DECISION_OF: Readonly<Record<Grade, Decision>> = {
  优: 'approve',
  良: 'approve',
  中: 'return',
  差: 'reject',
};

export const withGrade = (draft: OpinionDraft, grade: Grade | null): OpinionDraft => ({
  ...draft,
  grade,
  ...(grade !== null && { decision: DECISION_OF[grade], ...(grade === '中' && { returnTo: 'unit' }) }),
});

/** Another decision than the grade asks for takes the grade away. */
export const withDecision = (draft: OpinionDraft, decision: Decision): OpinionDraft => ({
  ...draft,
  decision,
  grade: draft.grade !== null && DECISION_OF[draft.grade] === decision ? draft.grade : null,
});

/** What is usually said to an approval, where nothing else has been written and it still is one. */
export const withUsual = (draft: OpinionDraft, comment: string): OpinionDraft =>
  draft.decision === 'approve' && draft.comment === '' ? { ...draft, comment } : draft;

type Question = SheetCriterion['questions'][number];
const questionsOf = (criteria: readonly SheetCriterion[]): Question[] =>
  criteria.flatMap(({ questions }) => questions);

const isScored = ({ points }: SheetEntry, full: number): boolean =>
  /^\d+(\.\d{1,2})?$/u.test(points) && Number(points) <= full;

const NOTHING: SheetEntry = { points: '', comment: '' };

/** Questions without points that they can have, or without a word about them; none while the sheet is folded away. */
export function openQuestions(sheet: OpinionDraft['sheet'], criteria: readonly SheetCriterion[]): string[] {
  if (!sheet) return [];
  return questionsOf(criteria)
    .filter(({ question, points: full }) => {
      const entry = sheet[question] ?? NOTHING;
      return !isScored(entry, full) || entry.comment.trim() === '';
    })
    .map(({ question }) => question);
}

/** Points of the sheet so far, of 100; null while a question is open. */
export function sheetTotal(sheet: OpinionDraft['sheet'], criteria: readonly SheetCriterion[]): number | null {
  if (!sheet) return null;
  let total = 0;
  for (const { question, points: full } of questionsOf(criteria)) {
    const entry = sheet[question] ?? NOTHING;
    if (!isScored(entry, full)) return null;
    total += Number(entry.points);
  }
  return total;
}

/** The draft with another answer of its sheet; once every question has points, grade and decision follow. */
export function withAnswer(
  draft: OpinionDraft,
  question: string,
  entry: SheetEntry,
  { criteria, bounds }: { criteria: readonly SheetCriterion[]; bounds: GradeBounds },
): OpinionDraft {
  const sheet = { ...draft.sheet, [question]: entry };
  const total = sheetTotal(sheet, criteria);
  return total === null ? { ...draft, sheet } : withGrade({ ...draft, sheet }, gradeOf(total, bounds));
}

/** As the request has it; what was not used is left out. */
export function opinionBody(draft: OpinionDraft, criteria: readonly SheetCriterion[]) {
  const { decision, grade, comment, annotations, returnTo, sheet } = draft;
  if (decision === null) throw new Error('an opinion without a decision cannot be given');
  return {
    decision,
    comment: comment.trim(),
    ...(grade !== null && { grade }),
    ...(annotations.length > 0 && { annotations: [...annotations] }),
    ...(decision === 'return' && { returnTo }),
    ...(sheet && {
      sheet: criteria.flatMap(({ criterion, questions }) =>
        questions.map(({ question }) => ({
          criterion,
          question,
          ...(sheet[question] ?? NOTHING),
        })),
      ),
    }),
  };
}

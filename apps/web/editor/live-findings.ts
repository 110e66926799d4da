import { type TargetView } from '#contracts';
import { type RuleSet } from '#domain';
import { type Form } from '#form';
import { DEFAULT_RULE_SET, screen, type Finding, type RuleSet as ScreeningRules } from '#screening';
import { withoutWrongFigures } from './figures.ts';

type ShownFinding = Pick<Finding, 'code' | 'severity' | 'path' | 'message'> & Partial<Finding>;

/** The campaign's rule set as screening takes it. */
export function screeningRules({ screening, weightTotal }: RuleSet): ScreeningRules {
  const entries = Object.entries(screening);
  return {
    off: entries.flatMap(([code, severity]) => (severity === 'off' ? code : [])),
    severities: Object.fromEntries(
      entries.flatMap(([code, severity]) => (severity === 'off' ? [] : [[code, severity]])),
    ),
    weightTotals: weightTotal === null ? DEFAULT_RULE_SET.weightTotals : [String(weightTotal)],
  };
}

/** Findings that only the server can see (what the document said, other forms): they stand as at the last save. */
export function findingsOfServer(saved: TargetView, rules: ScreeningRules): readonly ShownFinding[] {
  const here = new Set(screen(saved.form, { ruleSet: rules }).map(({ code, path }) => `${code} ${path}`));
  return saved.findings.filter(({ code, path }) => !here.has(`${code} ${path}`));
}

/** Findings while one types: what is screened here, and beside it the server's. */
export function findingsNow(
  form: Form,
  ofServer: readonly ShownFinding[],
  rules: ScreeningRules,
): readonly ShownFinding[] {
  return [...screen(withoutWrongFigures(form), { ruleSet: rules }), ...ofServer];
}

/** Whether a path is a row or inside it. */
export const isIn = (row: string | null, path: string): boolean =>
  row !== null && (path === row || path.startsWith(`${row}/`));

/** Without those of a row that somebody has only just begun: what is still to be typed is not yet missing. */
export const findingsOutside = (
  row: string | null,
  findings: readonly ShownFinding[],
): readonly ShownFinding[] => (row === null ? findings : findings.filter(({ path }) => !isIn(row, path)));

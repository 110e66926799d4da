import type { DirectionForm, FormInput } from '#form';
import type { ImportedForm } from '../imported-form.ts';
import type { DirectionTable } from './direction-table.ts';

type Direction = Extract<FormInput, { kind: DirectionForm['kind'] }>;
const isDirection = (one: ImportedForm): one is ImportedForm & { form: Direction } =>
  one.form.kind === 'direction';
const goalsOf = (form: Direction): string => (form.goals ?? []).map(({ text }) => text).join('\n');

/**
 * The summary of a fund is a view over its directions: a line that a direction of the document repeats is no form
 * of its own. What the line says differently is listed with the direction; a line without one stands alone.
 */
export function withoutSummaries(found: readonly (ImportedForm | DirectionTable)[]): ImportedForm[] {
  const forms = found.flatMap((one) => ('forms' in one ? (one.isSummary ? [] : one.forms) : [one]));
  const directions = forms.filter(isDirection);
  return found.flatMap((one) => {
    if (!('forms' in one)) return [one];
    return one.isSummary ? one.forms.filter((line) => !isRepeated(line, directions)) : one.forms;
  });
}

function isRepeated(
  line: ImportedForm,
  directions: readonly (ImportedForm & { form: Direction })[],
): boolean {
  if (!isDirection(line)) return false;
  const direction = directions.find(
    ({ form }) => form.fund === line.form.fund && form.direction === line.form.direction,
  );
  if (!direction) return false;
  const differs = [
    ['/amount', line.form.amount, direction.form.amount],
    ['/periodGoal', line.form.periodGoal, direction.form.periodGoal],
    ['/goals/g1/text', goalsOf(line.form), goalsOf(direction.form)],
  ] as const;
  for (const [path, said, meant] of differs) {
    const place = line.places[path];
    if (place && said !== meant)
      direction.unrecognised.push({
        where: `表${place.table}第${place.row}行第${place.column}列`,
        text: place.text,
      });
  }
  direction.unrecognised.push(...line.unrecognised);
  return true;
}

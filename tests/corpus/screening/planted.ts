import { readdirSync } from 'node:fs';
import type { Form } from '#form';
import { screen, type Finding, type ScreeningContext } from '#screening';
import { CORPUS, FOLDERS, formsOf } from './measure.ts';
import { chooser, type Plant } from './plants/plant.ts';
import { betweenPlants, unitCostPlants } from './plants/between.ts';
import { costPlants, sumPlants } from './plants/money.ts';
import { textPlants } from './plants/texts.ts';
import { timePlants } from './plants/time.ts';
import { valuePlants } from './plants/values.ts';

const PLANTS: readonly Plant[] = [
  ...sumPlants,
  ...costPlants,
  ...timePlants,
  ...valuePlants,
  ...textPlants,
  ...betweenPlants,
  ...unitCostPlants,
];
/** Forms that each plant is put into; the corpus has more, but says no more. */
const FORMS_EACH = 12;

/** What became of the plants of one kind. */
export interface PlantedCount {
  planted: number;
  found: number;
  /** Spellings that were missed, with the form. */
  missed: string[];
  /** Findings that the plant brought about and that are not about it. */
  beside: string[];
}

/** Plants each defect in some forms of the corpus and screens them before and after. */
export function measurePlanted(seed = 2026): Map<string, PlantedCount> {
  const forms = corpusForms();
  const counts = new Map<string, PlantedCount>();
  PLANTS.forEach((plant, index) => {
    const count = counts.get(plant.kind) ?? { planted: 0, found: 0, missed: [], beside: [] };
    counts.set(plant.kind, count);
    plantIn(forms, plant, seed + index, count);
  });
  return counts;
}

interface CorpusForm {
  file: string;
  form: Form;
}

function corpusForms(): CorpusForm[] {
  return Object.entries(FOLDERS).flatMap(([folder, year]) =>
    readdirSync(new URL(`${folder}/`, CORPUS))
      .sort()
      .flatMap((name) =>
        formsOf(`${folder}/${name}`, year).map((form) => ({ file: `${folder}/${name}`, form })),
      ),
  );
}

function plantIn(forms: readonly CorpusForm[], plant: Plant, seed: number, count: PlantedCount): void {
  const choose = chooser(seed);
  let left = FORMS_EACH;
  const start = seed % forms.length;
  for (const { file, form } of [...forms.slice(start), ...forms.slice(0, start)]) {
    const planted = left > 0 ? plant.spoil(form, choose) : undefined;
    if (!planted) continue;
    const { others: _, lastYear: __, fundTotals: ___, ...base } = planted.context ?? {};
    const known = keys(form, base);
    if (plant.finds.some((code) => [...known].some((key) => key.startsWith(`${code} `)))) continue;
    left -= 1;
    count.planted += 1;
    const fresh = screen(planted.form, planted.context).filter((finding) => !known.has(keyOf(finding)));
    if (fresh.some(({ code }) => plant.finds.includes(code))) count.found += 1;
    else count.missed.push(`${plant.spelling} (${file})`);
    const allowed = new Set([...plant.finds, ...(plant.follows ?? [])]);
    count.beside.push(
      ...fresh
        .filter(({ code, severity }) => !allowed.has(code) && severity !== 'hint')
        .map(({ code, message }) => `${plant.spelling} (${file}): ${code} ${message}`),
    );
  }
}

const keyOf = ({ code, path }: Finding): string => `${code} ${path}`;
const keys = (form: Form, context: ScreeningContext): Set<string> =>
  new Set(screen(form, context).map(keyOf));

import type { FormInput } from '#form';
import { SampleText } from './sample-text.ts';

const LEVELS = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['效益指标', '社会效益指标'],
  ['满意度指标', '服务对象满意度指标'],
] as const;

/** A project's form with so many indicators; 40 of them make the whole form of about 6 kB that events are measured with. */
export function sampleForm(indicators: number, text = new SampleText()): FormInput {
  return {
    kind: 'project',
    name: text.characters(10),
    fiscalYear: 2027,
    summary: text.characters(40),
    basis: text.characters(20),
    contact: { name: '周宁', phone: '13900000000' },
    funding: { thisYear: { total: '50', county: '50' } },
    goals: [{ id: 'g1', text: text.characters(30) }],
    indicators: Array.from({ length: indicators }, (_, n) => {
      const [level1, level2] = LEVELS[n % LEVELS.length] ?? LEVELS[0];
      const value = String(1 + text.below(500));
      return { id: `i${n}`, level1, level2, name: text.characters(6), operator: '≥', value, unit: '次' };
    }),
  };
}

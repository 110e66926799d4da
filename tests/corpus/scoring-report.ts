// npm run scoring:report: what of the real scoring texts is understood, and what the labelled cases score.
import { hasCorpus } from './corpus.ts';
import { measureCases, measureRules, measureSpeed } from './measure-scoring.ts';

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, one) => all + one, 0);
const list = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

if (hasCorpus) {
  const { rows, compiled, refused, texts } = measureRules();
  const share = ((sum(compiled) / rows) * 100).toFixed(1);
  console.log(`rules    ${sum(compiled)} of ${rows} rows compiled (${share} %): ${list(compiled)}`);
  console.log(`manual   ${sum(refused)} rows: ${list(refused)}`);
  for (const { text, why, rows: count } of texts)
    console.log(`  ×${count} “${text.replaceAll('\n', '⏎')}” — ${why}`);
  const { withPoints, scored, wrong, missed } = measureCases();
  console.log(`cases    ${wrong.length} wrong points, ${scored} of ${withPoints} cases with points scored`);
  for (const one of [...wrong, ...missed]) console.log(`  ${one}`);
  const { compilations, scorings } = measureSpeed();
  console.log(`speed    ${compilations} compilations and ${scorings} scorings a second on one core`);
} else console.log('skipped: no corpus');

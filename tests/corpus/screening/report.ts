import { hasCorpus, measure, type Measured } from './measure.ts';
import { measurePlanted } from './planted.ts';

/** `npm run screening:report`: precision and recall by rule over the labelled forms of the corpus. */
const print = (line: string) => process.stdout.write(`${line}\n`);
if (hasCorpus()) {
  report(measure());
  reportPlanted();
} else print('skipped: no corpus');

function report({ forms, rules, extra, missed, judgement }: Measured): void {
  print(`${String(forms)} forms labelled`);
  print('rule                                severity  hit  extra  missed  precision  recall');
  for (const [code, { hit, extra: wrong, missed: lost, severity = '' }] of [...rules].sort())
    print(
      `${code.padEnd(36)}${severity.padEnd(10)}${[hit, wrong, lost].map((n) => String(n).padStart(4)).join('  ')}` +
        `  ${share(hit, hit + wrong)}  ${share(hit, hit + lost)}`,
    );
  for (const { form, code, at, message } of extra) print(`extra   ${form} ${code} ${at}: ${message}`);
  for (const { form, kind, at, values } of missed) print(`missed  ${form} ${kind} ${at}: ${values}`);
  print(`${String(judgement)} defects are left to a person's judgement`);
}

/** Recall by kind of the defects that were planted in clean forms, and what else spoke. */
function reportPlanted(): void {
  print('\nplanted defect                           planted  found  recall  beside');
  for (const [kind, { planted, found, missed, beside }] of measurePlanted()) {
    const counts = [planted, found].map((n) => String(n).padStart(5)).join('  ');
    print(`${kind.padEnd(42)}${counts}  ${share(found, planted)}  ${String(beside.length).padStart(5)}`);
    for (const line of missed) print(`  missed  ${line}`);
    for (const line of beside) print(`  beside  ${line}`);
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? '     –' : `${((part / whole) * 100).toFixed(1)}%`.padStart(6);
}

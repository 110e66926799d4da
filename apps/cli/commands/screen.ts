import type { Command } from 'commander';
import type { Form } from '#form';
import { FormsSoFar, screen, type Finding, type Severity } from '#screening';

import { WrongUsage } from '../chinese-command.ts';
import { reasonOf, yearOf } from '../input.ts';
import { printLine, say } from '../output.ts';
import { readForms } from '../read-forms.ts';

export function registerScreen(program: Command): void {
  program
    .command('screen')
    .description('预审申报表：每个发现输出一行 JSON，同一次运行的各表互相比较')
    .argument('<文件...>', '申报表文件（docx、xlsx、txt）或 JSON，可以多个；- 表示标准输入的 JSON')
    .option('--fail-on <程度>', '有该程度或更重的发现时退出码为 1：error、warning 或 hint')
    .option('--year <年度>', '文件没有写明年度时采用的年度，如 2024')
    .action((files: string[], { failOn, year }: { failOn?: string; year?: string }) =>
      screenFiles(files, yearOf(year), severityOf(failOn)),
    );
}

/** From the lightest to the gravest. */
const SEVERITIES: readonly Severity[] = ['hint', 'warning', 'error'];

function severityOf(text: string | undefined): Severity | undefined {
  if (text === undefined) return undefined;
  const severity = SEVERITIES.find((each) => each === text);
  if (severity === undefined) throw new WrongUsage(`--fail-on 应为 error、warning 或 hint，收到“${text}”`);
  return severity;
}

async function screenFiles(
  files: readonly string[],
  year: number | undefined,
  failOn: Severity | undefined,
): Promise<void> {
  const run = new FormsSoFar();
  for (const file of files) {
    try {
      const forms = await readForms(file, year);
      for (const [index, form] of forms.entries()) {
        const findings = screenNext(run, form, `${file}#${String(index + 1)}`);
        const which = forms.length > 1 ? { form: index + 1 } : {};
        for (const finding of findings) await printLine({ file, ...which, ...finding });
        if (findings.some(({ severity }) => isAtLeast(severity, failOn))) process.exitCode = 1;
      }
    } catch (error) {
      const reason = reasonOf(error);
      await printLine({ file, error: reason });
      say(`${file}：${reason.message}`);
      process.exitCode = 1;
    }
  }
}

/** Screens a form against those before it, which it then joins. */
function screenNext(run: FormsSoFar, form: Form, id: string): Finding[] {
  const unit = form.unitName ?? form.department ?? '';
  const findings = screen(form, { others: run.relatedTo(form), unit });
  run.add({ id, unit, form });
  return findings;
}

const isAtLeast = (severity: Severity, least: Severity | undefined): boolean =>
  least !== undefined && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);

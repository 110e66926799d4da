import { type FormKind } from '#form';
import { sectionsOf } from '../form/index.ts';
import { belongsTo } from './sections-of-paths.ts';

interface OutlineProps {
  kind: FormKind;
  findings: readonly { path: string; severity: 'error' | 'warning' | 'hint' }[];
}

/** The parts of the form with how much each still wants; a click goes there. */
export function Outline({ kind, findings }: OutlineProps) {
  return (
    <nav className="outline" aria-label="申报表各部分">
      {sectionsOf(kind).map((section) => {
        const inside = findings.filter(({ path }) => belongsTo(path, section));
        const errors = inside.filter(({ severity }) => severity === 'error').length;
        const warnings = inside.filter(({ severity }) => severity === 'warning').length;
        return (
          <a key={section.id} href={`#edit-${section.id}`}>
            {section.title}
            {errors > 0 && <span className="outline-error">{errors} 错误</span>}
            {errors === 0 && warnings > 0 && <span className="outline-warning">{warnings} 提醒</span>}
          </a>
        );
      })}
      <a href="#edit-attachments">附件</a>
    </nav>
  );
}

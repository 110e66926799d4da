import { type Section } from '../form/index.ts';

/** Whether a path is a section's, or of something inside it. */
export function belongsTo(path: string, section: Section): boolean {
  if (section.as === 'rows') return isAt(path, `/${section.list}`);
  if (section.as === 'matrix')
    return section.columns.some(({ value }) => isAt(path, `/${section.id}/${value}`));
  return section.fields.some((field) => isAt(path, field.path));
}

const isAt = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

import { FIELD_MARK } from '../field-mark.ts';
import { walkXml } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

const PROPERTIES = 'docProps/custom.xml';

/** The paths of the fields of one of our own documents, by the marks at their cells; none in any other. */
export function fieldMarks(parts: ZipParts): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  if (!parts.has(PROPERTIES)) return paths;
  let mark = '';
  let path = '';
  walkXml(parts.read(PROPERTIES), {
    open: (name, attributes) => {
      if (name !== 'property') return;
      mark = attributes['name'] ?? '';
      path = '';
    },
    close: (name) => {
      if (name === 'property' && mark.startsWith(FIELD_MARK)) paths.set(mark, path);
    },
    text: (text) => {
      path += text;
    },
  });
  return paths;
}

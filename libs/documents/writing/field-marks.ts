import { FIELD_MARK } from '../field-mark.ts';
import type { Part } from './office-package.ts';
import { xmlText } from './xml-text.ts';

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"';
/** Properties that users may name have this format id, and ids from 2 on. */
const FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const FIRST_ID = 2;

/** The marks of a document that say which fields its cells hold. */
export class FieldMarks {
  private readonly paths: string[] = [];

  /** The name of the mark for a field's cell, and its number. */
  mark(path: string): { name: string; number: number } {
    const number = this.paths.push(path);
    return { name: FIELD_MARK + String(number), number };
  }

  /** The document's properties, which have the paths. */
  part(): Part {
    const properties = this.paths.map(
      (path, at) =>
        `<property fmtid="${FORMAT}" pid="${at + FIRST_ID}" name="${FIELD_MARK}${at + 1}"><vt:lpwstr>${xmlText(path)}</vt:lpwstr></property>`,
    );
    return {
      path: 'docProps/custom.xml',
      type: 'custom-properties',
      link: 'custom-properties',
      xml: `<Properties ${NAMESPACES}>${properties.join('')}</Properties>`,
      isOfPackage: true,
    };
  }
}

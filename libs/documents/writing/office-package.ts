import { strToU8, zipSync } from 'fflate';
import { XML_HEAD } from './xml-text.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** One moment for all files: the same form gives the same bytes. */
const MOMENT = new Date(2020, 0, 1);

/** A part of an Office file; `type` is the end of its content type, `link` of its relationship. */
export interface Part {
  path: string;
  type: string;
  link: string;
  xml: string;
  /** Whether it belongs to the file as a whole and not to its main part. */
  isOfPackage?: true;
}

/** An Office file (ISO/IEC 29500-2): the main part, which refers to all the others by r1, r2, … in their order. */
export function officeFile(main: Part, others: readonly Part[]): Uint8Array {
  const folder = main.path.replace(/[^/]*$/, '');
  const relation = ({ path, link }: Part, id: string, from: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${link}" Target="${path.slice(from.length)}"/>`;
  const relations = (xml: string): string =>
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${xml}</Relationships>`;
  const overrides = [main, ...others].map(
    ({ path, type }) =>
      `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  const types = `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
  const files: [string, string][] = [
    ['[Content_Types].xml', types],
    [
      '_rels/.rels',
      relations(
        [main, ...others.filter(({ isOfPackage }) => isOfPackage)]
          .map((part, at) => relation(part, `r${at + 1}`, ''))
          .join(''),
      ),
    ],
    [main.path, XML_HEAD + main.xml],
    [
      `${folder}_rels/${main.path.slice(folder.length)}.rels`,
      relations(
        others
          .filter(({ isOfPackage }) => !isOfPackage)
          .map((part, at) => relation(part, `r${at + 1}`, folder))
          .join(''),
      ),
    ],
    ...others.map(({ path, xml }): [string, string] => [path, XML_HEAD + xml]),
  ];
  return zipSync(Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)])), { mtime: MOMENT });
}

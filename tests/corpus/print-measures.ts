// npm run corpus: what the importer finds in the real documents, folder by folder.
import { hasCorpus } from './corpus.ts';
import { FOLDERS, FORMS_PRESENT, measureFields, measureFolder, measureRows } from './measure-import.ts';

if (hasCorpus) {
  for (const { folder, forms, indicators, unrecognised, milliseconds } of FOLDERS.map(measureFolder))
    console.log(
      `${folder.padEnd(13)} forms ${forms} of ${FORMS_PRESENT[folder]}, indicators ${indicators}, ` +
        `unrecognised cells ${unrecognised.cells}, lines outside tables ${unrecognised.outside}, ${milliseconds} ms`,
    );
  const rows = measureRows();
  console.log(`overall rows  right ${rows.right} of ${rows.present}`);
  const fields = measureFields();
  const sum = (key: 'right' | 'present'): number => fields.reduce((total, count) => total + count[key], 0);
  const percent = ((sum('right') / sum('present')) * 100).toFixed(2);
  console.log(
    `fields        right ${sum('right')} of ${sum('present')} (${percent} %) in ${fields.length} documents`,
  );
  for (const difference of [rows, ...fields].flatMap((count) => count.differences))
    console.log(`  ${difference}`);
} else console.log('skipped: no corpus');

import type { Grid } from '../grid.ts';
import { isTitle } from '../titles.ts';
import { GridBuilder } from './text-lines.ts';

const CELL = /^[ \u3000\u00a0]*\t(.*)$/;

/**
 * One cell a line, each after a tab, an empty line between rows: what text extraction makes of a Word table.
 * A line without a tab goes on in the cell before it, unless two empty lines or a title end the table.
 */
export function readCellALine(text: string): Grid[] {
  const builder = new GridBuilder();
  let blank = 0;
  let isOutside = true;
  text.split('\n').forEach((line, index) => {
    const cell = CELL.exec(line)?.[1];
    if (cell !== undefined) {
      if (isOutside || blank > 0) builder.addRow([cell]);
      else builder.addCell(cell);
      isOutside = false;
    } else if (line.trim() === '') {
      blank += 1;
      return;
    } else if (!isOutside && blank < 2 && !(blank > 0 && isTitle(line))) builder.continueCell(line, blank);
    else {
      isOutside = true;
      builder.addText(index + 1, line);
    }
    blank = 0;
  });
  return builder.finish();
}

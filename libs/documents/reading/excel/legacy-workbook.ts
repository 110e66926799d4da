import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Cell, Grid } from '../../grid.ts';
import { UnreadableDocument } from '../../messages.ts';
import { DocumentGrids } from '../document-grids.ts';
import { LEGACY_THREAD } from './legacy-thread.ts';
import { kindOfFormat, numberText } from './number-formats.ts';
import { padded } from './sheet.ts';
import { addSheet } from './workbook.ts';

interface LegacyCell extends Omit<Cell, 'text'> {
  type: string;
  value: string;
  format: string;
}
interface LegacyBook {
  sheets: LegacyCell[][];
  isFrom1904: boolean;
}

const MEMORY_MB = 256;
const PATIENCE_MS = 20_000;

/**
 * Reads a workbook of Excel 97–2003, which units still send, in a thread of its own with at most 256 MB and 20 s.
 * @throws UnreadableDocument when the thread fails or reaches its limits
 */
export async function readLegacyWorkbook(bytes: Uint8Array): Promise<Grid[]> {
  const { sheets, isFrom1904 } = await inThread(bytes);
  const grids = new DocumentGrids();
  for (const sheet of sheets) addSheet(grids, padded(sheet.map((cell) => cellOf(cell, isFrom1904))));
  return grids.finish();
}

function cellOf({ type, value, format, ...place }: LegacyCell, isFrom1904: boolean): Cell {
  const text = type === 'n' ? numberText(value, kindOfFormat(format), isFrom1904) : value;
  return { ...place, text: text.replace(/\r\n?/g, '\n') };
}

function inThread(bytes: Uint8Array): Promise<LegacyBook> {
  const library = createRequire(import.meta.url).resolve('xlsx');
  const thread = new Worker(LEGACY_THREAD, {
    eval: true,
    execArgv: [],
    workerData: { bytes, library },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise((resolve, reject) => {
    const fail = (code: 'DocumentBroken' | 'DocumentTooComplex', cause?: unknown): void => {
      reject(new UnreadableDocument(code, { cause }));
    };
    const timer = setTimeout(() => {
      fail('DocumentTooComplex');
      void thread.terminate();
    }, PATIENCE_MS);
    thread.once('message', resolve);
    thread.once('error', (error: NodeJS.ErrnoException) => {
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'DocumentTooComplex' : 'DocumentBroken', error);
    });
    thread.once('exit', () => {
      clearTimeout(timer);
      fail('DocumentBroken');
    });
  });
}

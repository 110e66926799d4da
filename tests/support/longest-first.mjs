import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** Rooms whose specs take minutes, the longest first. */
const LONG = [
  'tests/browser/',
  'tests/end-to-end/',
  'tests/faults/',
  'tests/contract/',
  'tests/jobs/',
  'tests/audit/',
];

/**
 * Jest goes by what each spec took last time, and on a fresh checkout by the size of its file: the browser's, a page
 * long and six minutes of work, then came last, with one worker left to do it.
 */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const rankOf = ({ path, context }) => {
      const place = relative(context.config.rootDir, path).replaceAll('\\', '/');
      const rank = LONG.findIndex((room) => place.startsWith(room));
      return rank < 0 ? LONG.length : rank;
    };
    return super.sort(tests).sort((a, b) => rankOf(a) - rankOf(b));
  }
}

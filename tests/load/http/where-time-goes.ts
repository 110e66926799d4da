import { envelopesIn, recordedOf } from '#application';
import { evolve, NONE, type TargetEvent } from '#domain/target';
import { sealEvents } from '#event-store';
import { checkForm } from '#form';
import type { Model } from '../histories.ts';
import { rounded, type Section } from '../measuring/index.ts';
import { endlessForms } from './targets.ts';
import type { Spent } from './timings.ts';

/** One kind of command at one client: what the client waited, what the API says, what the generator itself burnt. */
export interface Anatomy {
  name: string;
  /** Mean of a call, as the client sees it. */
  clientMs: number;
  generatorCpuMs: number;
  spent: Spent;
}

/** A table of where each millisecond of a command goes, means over all rounds at one client. */
export function whereTimeGoes(anatomies: readonly Anatomy[], model: Model): Section {
  const row = (what: string, of: (anatomy: Anatomy) => number): (string | number)[] => [
    what,
    ...anatomies.map((anatomy) => rounded(of(anatomy))),
  ];
  const each = (of: (spent: Spent) => number) => (anatomy: Anatomy) =>
    of(anatomy.spent) / anatomy.spent.requests;
  const inApi = each(({ totalMs }) => totalMs);
  const rest = each(({ totalMs, loadMs, keysMs, appendMs }) => totalMs - loadMs - keysMs - appendMs);
  const alone = partsAlone(model);
  return {
    name: 'http/where',
    title: 'Where each millisecond of a command goes (means at 1 client)',
    columns: ['', ...anatomies.map(({ name }) => `${name}, ms`)],
    rows: [
      row('as the client sees it', ({ clientMs }) => clientMs),
      row('  load generator itself (CPU)', ({ generatorCpuMs }) => generatorCpuMs),
      row('  transport, parsing of HTTP, waiting', (a) => a.clientMs - a.generatorCpuMs - inApi(a)),
      row('  in the API', inApi),
      row(
        '    loading the stream (PostgreSQL)',
        each(({ loadMs }) => loadMs),
      ),
      row(
        '    keys of persons (PostgreSQL)',
        each(({ keysMs }) => keysMs),
      ),
      row(
        '    append (PostgreSQL, to disk)',
        each(({ appendMs }) => appendMs),
      ),
      row('    all the rest', rest),
      row(
        'CPU of the API process',
        each(({ cpuMs }) => cpuMs),
      ),
      ...alone.map(([what, ms]) => [`of the rest, alone: ${what}`, rounded(ms), '']),
    ],
    goals: [],
  };
}

/** The larger parts of the rest, each timed by itself in this process. */
function partsAlone(model: Model): (readonly [what: string, ms: number])[] {
  const form = endlessForms()();
  const body = JSON.stringify({ form });
  const stream = { text: JSON.stringify(model) };
  const envelopes = envelopesIn(stream);
  const [first] = model;
  return [
    ['parsing the body', timed(() => JSON.parse(body))],
    ['validating the form', timed(() => checkForm(form))],
    ['parsing the stream', timed(() => envelopesIn(stream))],
    [
      'folding it',
      timed(() =>
        envelopes.reduce((target, envelope) => evolve(target, recordedOf<TargetEvent>(envelope)), NONE),
      ),
    ],
    ['sealing the event', timed(() => sealEvents('target-0', null, first === undefined ? [] : [first]))],
  ];
}

function timed(work: () => unknown): number {
  const times = 500;
  for (let n = 0; n < times; n += 1) work();
  const began = performance.now();
  for (let n = 0; n < times; n += 1) work();
  return (performance.now() - began) / times;
}

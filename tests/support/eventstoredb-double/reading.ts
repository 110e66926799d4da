import streamMessages from '@eventstore/db-client/generated/streams_pb.js';
import type * as streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Faults } from './faults.ts';
import type { Log, LogRecord } from './log.ts';
import { eventMessage, nameOf, streamDeletedError, streamNotFoundMessage } from './messages.ts';
import { subscribeToAll, type ReadCall } from './subscribing.ts';

type Options = streams.ReadReq.Options;

const { BACKWARDS } = streamMessages.ReadReq.Options.ReadDirection;
const isBackwards = (options: Options): boolean => options.getReadDirection() === BACKWARDS;

/** One call for reading a stream, reading `$all`, and subscribing to it. */
export function read(log: Log, faults: Faults): (call: ReadCall) => void {
  return (call) => {
    call.on('error', () => undefined);
    faults.whenAwake(() => {
      const options = call.request.getOptions();
      const all = options?.getAll();
      if (options === undefined) call.end();
      else if (all === undefined) readStream(log, call, options);
      else if (options.hasSubscription()) subscribeToAll(log, faults, { call, options, all });
      else send(call, allRecords(log, options, all));
    });
  };
}

function readStream(log: Log, call: ReadCall, options: Options): void {
  const stream = nameOf(options.getStream()?.getStreamIdentifier());
  if (log.isTombstoned(stream)) return void call.emit('error', streamDeletedError(stream));
  const records = log.visible(stream);
  if (records.length === 0) {
    call.write(streamNotFoundMessage(stream));
    call.end();
    return;
  }
  send(call, streamRecords(records, options));
}

function streamRecords(records: readonly LogRecord[], options: Options): LogRecord[] {
  const from = options.getStream();
  const count = Number(options.getCount());
  const revision = BigInt(from?.getRevision() ?? 0);
  if (isBackwards(options)) {
    const wanted = records.filter((record) => from?.hasEnd() === true || record.revision <= revision);
    return wanted.reverse().slice(0, count);
  }
  return records.filter((record) => from?.hasStart() === true || record.revision >= revision).slice(0, count);
}

/** Forwards from a position the record at it comes too, backwards only what is before it. */
function allRecords(log: Log, options: Options, all: streams.ReadReq.Options.AllOptions): LogRecord[] {
  const position = all.getPosition();
  const index = position === undefined ? null : log.indexOf(BigInt(position.getCommitPosition()));
  const count = Number(options.getCount());
  if (isBackwards(options)) {
    const end = index ?? (all.hasStart() ? 0 : log.all.length);
    return log.all.slice(Math.max(0, end - count), end).reverse();
  }
  const start = index ?? (all.hasEnd() ? log.all.length : 0);
  return log.all.slice(start, start + count);
}

function send(call: ReadCall, records: readonly LogRecord[]): void {
  for (const record of records) call.write(eventMessage(record));
  call.end();
}

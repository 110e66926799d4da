import type * as streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Faults } from './faults.ts';
import type { Log, LogRecord } from './log.ts';
import {
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  droppedError,
  eventMessage,
} from './messages.ts';

export type ReadCall = ServerWritableStream<streams.ReadReq, streams.ReadResp>;

const DEFAULT_SEARCH_WINDOW = 32;

interface Subscribing {
  call: ReadCall;
  options: streams.ReadReq.Options;
  all: streams.ReadReq.Options.AllOptions;
}

/** Sends what is there and what comes, after a position, with a checkpoint after every so many records that it looked at. */
export function subscribeToAll(log: Log, faults: Faults, { call, options, all }: Subscribing): void {
  const passes = filterOf(options.getFilter());
  const interval = checkpointInterval(options.getFilter());
  let next = startOf(log, all) - faults.resentOnSubscribe;
  let sinceCheckpoint = 0;
  const pump = (): void => {
    for (next = Math.max(0, next); next < log.all.length; next += 1) {
      const record = log.all[next];
      if (record === undefined) continue;
      if (passes(record)) call.write(eventMessage(record));
      sinceCheckpoint += 1;
      if (interval !== null && sinceCheckpoint >= interval) {
        call.write(checkpointMessage(record.position));
        sinceCheckpoint = 0;
      }
    }
  };
  call.write(confirmationMessage());
  pump();
  call.write(caughtUpMessage());
  const stopListening = log.onAppend(() => faults.whenAwake(pump));
  const stopDropping = faults.onDrop(() => call.emit('error', droppedError()));
  const stop = (): void => {
    stopListening();
    stopDropping();
  };
  call.on('cancelled', stop);
  call.on('close', stop);
  call.on('error', stop);
}

function startOf(log: Log, all: streams.ReadReq.Options.AllOptions): number {
  const position = all.getPosition();
  if (position !== undefined) return log.indexOf(BigInt(position.getCommitPosition()) + 1n);
  return all.hasEnd() ? log.all.length : 0;
}

type FilterOptions = streams.ReadReq.Options.FilterOptions | undefined;

/** By stream name or by event type, by prefixes or by a regular expression. */
function filterOf(filter: FilterOptions): (record: LogRecord) => boolean {
  const expression = filter?.getStreamIdentifier() ?? filter?.getEventType();
  if (expression === undefined) return () => true;
  const isByStream = filter?.hasStreamIdentifier() === true;
  const prefixes = expression.getPrefixList();
  const regex = new RegExp(expression.getRegex());
  return ({ stream, type }) => {
    const text = isByStream ? stream : type;
    return prefixes.length > 0 ? prefixes.some((prefix) => text.startsWith(prefix)) : regex.test(text);
  };
}

function checkpointInterval(filter: FilterOptions): number | null {
  if (filter === undefined) return null;
  const window = filter.hasMax() ? filter.getMax() : DEFAULT_SEARCH_WINDOW;
  return window * filter.getCheckpointintervalmultiplier();
}

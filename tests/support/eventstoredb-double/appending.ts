import type * as streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Faults } from './faults.ts';
import type { Expected, Log, Proposed } from './log.ts';
import { batchAppended, droppedError, expectedOf, nameOf, proposedOf } from './messages.ts';

type Call = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

interface Pending {
  stream: string;
  expected: Expected;
  events: Proposed[];
}

/** One long call over which a client sends all its appends, each in one message or several. */
export function batchAppend(log: Log, faults: Faults): (call: Call) => void {
  return (call) => {
    const pending = new Map<string, Pending>();
    const receive = (request: streams.BatchAppendReq): void => {
      const correlation = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions();
      if (options !== undefined) {
        const stream = nameOf(options.getStreamIdentifier());
        pending.set(correlation, { stream, expected: expectedOf(options), events: [] });
      }
      const append = pending.get(correlation);
      if (append === undefined) return;
      append.events.push(...request.getProposedMessagesList().map(proposedOf));
      if (!request.getIsFinal()) return;
      pending.delete(correlation);
      answer(request, append);
    };
    const answer = (request: streams.BatchAppendReq, { stream, expected, events }: Pending): void => {
      faults.calls.push('append');
      const drop = faults.takeDrop();
      if (drop === 'before') return void call.emit('error', droppedError());
      const result = log.append(stream, expected, events);
      if (drop === 'after') return void call.emit('error', droppedError());
      call.write(batchAppended(result, stream, request.getCorrelationId()));
    };
    call.on('data', (request: streams.BatchAppendReq) => faults.whenAwake(() => receive(request)));
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  };
}

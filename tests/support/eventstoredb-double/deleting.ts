import streamMessages from '@eventstore/db-client/generated/streams_pb.js';
import type * as streams from '@eventstore/db-client/generated/streams_pb.js';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type { Log } from './log.ts';
import { nameOf } from './messages.ts';

/** Soft: the stream reads as missing, and its revisions go on when it is written again. */
export function deleteStream(log: Log) {
  return (
    { request }: ServerUnaryCall<streams.DeleteReq, streams.DeleteResp>,
    answer: sendUnaryData<streams.DeleteResp>,
  ): void => {
    log.softDelete(nameOf(request.getOptions()?.getStreamIdentifier()));
    answer(null, new streamMessages.DeleteResp());
  };
}

/** For ever. */
export function tombstoneStream(log: Log) {
  return (
    { request }: ServerUnaryCall<streams.TombstoneReq, streams.TombstoneResp>,
    answer: sendUnaryData<streams.TombstoneResp>,
  ): void => {
    log.tombstone(nameOf(request.getOptions()?.getStreamIdentifier()));
    answer(null, new streamMessages.TombstoneResp());
  };
}

import { createRequire } from 'node:module';
import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import statusMessages from '@eventstore/db-client/generated/status_pb.js';
import streamMessages from '@eventstore/db-client/generated/streams_pb.js';
import type * as shared from '@eventstore/db-client/generated/shared_pb.js';
import type * as streams from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata, status } from '@grpc/grpc-js';
import type * as anyMessages from 'google-protobuf/google/protobuf/any_pb.js';
import type { AppendResult, Expected, LogRecord, Proposed } from './log.ts';
import { MAX_APPEND_BYTES } from './log.ts';

// The protobuf runtime lies inside the client's own folder.
const clientRequire = createRequire(createRequire(import.meta.url).resolve('@eventstore/db-client'));
const { Any } = clientRequire('google-protobuf/google/protobuf/any_pb.js') as typeof anyMessages;

type Failure = Exclude<AppendResult, { kind: 'appended' }>;
type AppendOptions = streams.AppendReq.Options | streams.BatchAppendReq.Options;
type Message = streams.AppendReq.ProposedMessage | streams.BatchAppendReq.ProposedMessage;

export function nameOf(identifier: shared.StreamIdentifier | undefined): string {
  return new TextDecoder().decode(identifier?.getStreamName_asU8());
}

export function identifierOf(stream: string): shared.StreamIdentifier {
  const identifier = new sharedMessages.StreamIdentifier();
  identifier.setStreamName(new TextEncoder().encode(stream));
  return identifier;
}

export function proposedOf(message: Message): Proposed {
  return {
    id: message.getId()?.getString() ?? '',
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export function expectedOf(options: AppendOptions): Expected {
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream-exists';
  return BigInt('getRevision' in options ? options.getRevision() : options.getStreamPosition());
}

export function eventMessage(record: LogRecord): streams.ReadResp {
  const id = new sharedMessages.UUID();
  id.setString(record.id);
  const recorded = new streamMessages.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(id);
  recorded.setStreamIdentifier(identifierOf(record.stream));
  recorded.setStreamRevision(String(record.revision));
  recorded.setCommitPosition(String(record.position));
  recorded.setPreparePosition(String(record.position));
  recorded.setData(record.data);
  recorded.setCustomMetadata(record.metadata);
  recorded.getMetadataMap().set('type', record.type).set('content-type', record.contentType);
  recorded.getMetadataMap().set('created', '17000000000000000');
  const event = new streamMessages.ReadResp.ReadEvent();
  event.setEvent(recorded);
  event.setCommitPosition(String(record.position));
  const response = new streamMessages.ReadResp();
  response.setEvent(event);
  return response;
}

export function checkpointMessage(position: bigint): streams.ReadResp {
  const checkpoint = new streamMessages.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(position));
  checkpoint.setPreparePosition(String(position));
  const response = new streamMessages.ReadResp();
  response.setCheckpoint(checkpoint);
  return response;
}

export function streamNotFoundMessage(stream: string): streams.ReadResp {
  const notFound = new streamMessages.ReadResp.StreamNotFound();
  notFound.setStreamIdentifier(identifierOf(stream));
  const response = new streamMessages.ReadResp();
  response.setStreamNotFound(notFound);
  return response;
}

export function confirmationMessage(): streams.ReadResp {
  const confirmation = new streamMessages.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId('double');
  const response = new streamMessages.ReadResp();
  response.setConfirmation(confirmation);
  return response;
}

export function caughtUpMessage(): streams.ReadResp {
  const response = new streamMessages.ReadResp();
  response.setCaughtUp(new streamMessages.ReadResp.CaughtUp());
  return response;
}

export function batchAppended(
  result: AppendResult,
  stream: string,
  correlationId: shared.UUID | undefined,
): streams.BatchAppendResp {
  const response = new streamMessages.BatchAppendResp();
  if (correlationId !== undefined) response.setCorrelationId(correlationId);
  response.setStreamIdentifier(identifierOf(stream));
  if (result.kind === 'appended') {
    const position = new sharedMessages.AllStreamPosition();
    position.setCommitPosition(String(result.position));
    position.setPreparePosition(String(result.position));
    const success = new streamMessages.BatchAppendResp.Success();
    success.setCurrentRevision(String(result.revision));
    success.setPosition(position);
    response.setSuccess(success);
  } else {
    response.setError(failureStatus(result));
  }
  return response;
}

function failureStatus(failure: Failure): InstanceType<typeof statusMessages.Status> {
  const [name, details] = failureDetails(failure);
  const packed = new Any();
  packed.pack(details, `event_store.client.${name}`);
  const failed = new statusMessages.Status();
  failed.setMessage(name);
  failed.setDetails(packed);
  return failed;
}

function failureDetails(failure: Failure): [string, Uint8Array] {
  switch (failure.kind) {
    case 'wrong-revision': {
      const wrong = new sharedMessages.WrongExpectedVersion();
      if (failure.actual !== null) wrong.setCurrentStreamRevision(String(failure.actual));
      return ['WrongExpectedVersion', wrong.serializeBinary()];
    }
    case 'too-large': {
      const tooLarge = new sharedMessages.MaximumAppendSizeExceeded();
      tooLarge.setMaxappendsize(MAX_APPEND_BYTES);
      return ['MaximumAppendSizeExceeded', tooLarge.serializeBinary()];
    }
    case 'deleted':
      return ['StreamDeleted', new sharedMessages.StreamDeleted().serializeBinary()];
    case 'bad-request':
      return ['BadRequest', new sharedMessages.BadRequest().serializeBinary()];
  }
}

/** How the server says that a stream was tombstoned. */
export function streamDeletedError(stream: string): Error & { code: status; metadata: Metadata } {
  const metadata = new Metadata();
  metadata.set('exception', 'stream-deleted');
  metadata.set('stream-name', stream);
  return Object.assign(new Error('deleted'), { code: status.FAILED_PRECONDITION, metadata });
}

/** What a client sees of a connection that broke. */
export function droppedError(): Error & { code: status } {
  return Object.assign(new Error('Connection dropped'), { code: status.UNAVAILABLE });
}

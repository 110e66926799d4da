import featureServices from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import featureMessages from '@eventstore/db-client/generated/serverfeatures_pb.js';
import streamServices from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type * as features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { Server, ServerCredentials, type sendUnaryData } from '@grpc/grpc-js';
import { batchAppend } from './appending.ts';
import { deleteStream, tombstoneStream } from './deleting.ts';
import { Faults } from './faults.ts';
import { Log } from './log.ts';
import { read } from './reading.ts';

export interface EventStoreDbDouble {
  /** For the official client. */
  url: string;
  log: Log;
  faults: Faults;
  /** Like kill -9; the log stays. */
  kill: () => void;
  /** Comes back on the same port. */
  revive: () => Promise<void>;
  stop: () => Promise<void>;
}

/** A server that speaks the client's own service and behaves as a real one was measured to. */
export async function startEventStoreDbDouble(
  options: { systemProjections?: boolean } = {},
): Promise<EventStoreDbDouble> {
  const log = new Log(options.systemProjections);
  const faults = new Faults();
  let { server, port } = await listen(log, faults, 0);
  return {
    url: `esdb://127.0.0.1:${port}?tls=false`,
    log,
    faults,
    kill: () => server.forceShutdown(),
    revive: async () => {
      ({ server, port } = await listen(log, faults, port));
    },
    stop: () => {
      server.forceShutdown();
      return Promise.resolve();
    },
  };
}

async function listen(log: Log, faults: Faults, wanted: number): Promise<{ server: Server; port: number }> {
  const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
  server.addService(streamServices.StreamsService, {
    batchAppend: batchAppend(log, faults),
    read: read(log, faults),
    delete: deleteStream(log),
    tombstone: tombstoneStream(log),
  });
  server.addService(featureServices.ServerFeaturesService, {
    getSupportedMethods: (_: unknown, answer: sendUnaryData<features.SupportedMethods>) =>
      faults.whenAwake(() => answer(null, supportedMethods())),
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${wanted}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  return { server, port };
}

function supportedMethods(): features.SupportedMethods {
  const methods = new featureMessages.SupportedMethods();
  methods.setEventStoreServerVersion('23.10.0');
  for (const name of ['append', 'batchappend', 'read', 'delete', 'tombstone']) {
    const method = new featureMessages.SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName(name);
    methods.addMethods(method);
  }
  return methods;
}

import { killApi } from './kills/kill-api.ts';
import { killPostgresql } from './kills/kill-postgresql.ts';
import { killProjector } from './kills/kill-projector.ts';
import { killWriters } from './kills/kill-writers.ts';
import { repeatedCommands } from './repeated-commands.ts';

const short = { isShort: true, say: () => undefined };

describe('what was acknowledged survives', () => {
  it('kill -9 of PostgreSQL, which is started again unaided', async () => {
    expect(await killPostgresql.run(short)).toEqual([expect.objectContaining({ isAsPromised: true })]);
  });

  it('kill -9 of the processes that write', async () => {
    expect(await killWriters.run(short)).toEqual([expect.objectContaining({ isAsPromised: true })]);
  });
  it('kill -9 of the API while clerks send drafts, which they repeat under the same key', async () => {
    expect(await killApi.run(short)).toEqual([expect.objectContaining({ isAsPromised: true })]);
  });
});

describe('read models', () => {
  it('equal a rebuild after their worker was killed at statements of its batches', async () => {
    expect(await killProjector.run(short)).toEqual([expect.objectContaining({ isAsPromised: true })]);
  });
});

describe('a command that is sent one to five times', () => {
  it('acts once and is answered the same', async () => {
    expect(await repeatedCommands.run(short)).toEqual([expect.objectContaining({ isAsPromised: true })]);
  });
});

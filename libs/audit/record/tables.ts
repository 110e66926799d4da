import type pg from 'pg';
import { schemaInPlace } from '#event-store';

/**
 * The log as it is derived from the feed: a leaf an event, and every whole subtree over them. What stands here is never
 * changed, and nobody has to believe it: it is checked against the signed roots that were handed outside.
 */
const LOG = `
create schema if not exists audit;
create table if not exists audit.log (
  id int primary key check (id = 1),
  position text,
  size bigint not null
);
insert into audit.log values (1, null, 0) on conflict do nothing;
create table if not exists audit.leaf (
  leaf bigint primary key,
  stream text collate "C" not null,
  revision int not null,
  hash bytea not null,
  unique (stream, revision)
);
create table if not exists audit.node (
  level int not null,
  index bigint not null,
  hash bytea not null,
  primary key (level, index)
);`;

/** How far the signed roots have been handed to each place outside: the last revision of stream `seals` it has. */
const DELIVERIES = `
create table if not exists audit.delivery (
  place text primary key,
  revision int not null
);`;

/** How far a follower of the feed has read, where its work may be done twice without harm. */
const FOLLOWERS = `
create table if not exists audit.follower (
  name text primary key,
  position text not null
);`;

/**
 * Jobs that make packages, and the packages themselves, so that any worker makes them and any API hands them out.
 * `attempt` counts who had the job, `tries` who had it since it last got further, `errors` how often it began anew.
 */
const PACKAGES = `
create table if not exists audit.package (
  id uuid primary key,
  asked_at timestamptz not null default now(),
  state text not null check (state in ('waiting', 'running', 'ready', 'failed', 'cancelled', 'expired')),
  done int not null default 0,
  total int,
  attempt int not null default 0,
  tries int not null default 0,
  errors int not null default 0,
  leased_until timestamptz,
  size bigint,
  sha256 text,
  failure text
);
create table if not exists audit.package_chunk (
  package uuid not null references audit.package on delete cascade,
  attempt int not null,
  n int not null,
  bytes bytea not null,
  primary key (package, attempt, n)
);
alter table audit.package_chunk alter column bytes set storage external;
-- What earlier installations lack.
alter table audit.package add column if not exists tries int not null default 0,
  add column if not exists errors int not null default 0;`;

/** Creates what is missing; any number of processes may start at once. */
export const migrateAudit = (pool: pg.Pool): Promise<void> =>
  schemaInPlace(pool, 'audit', `${LOG}${DELIVERIES}${FOLLOWERS}${PACKAGES}`);

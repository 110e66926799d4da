import type pg from 'pg';
import { schemaInPlace } from '#event-store';

/** Nothing of this is ever in an event: it is about getting in, not about what was done. Passwords and ids only as hashes. */
const TABLES = `
create schema if not exists access;
create table if not exists access.credential (
  user_id text primary key, password_hash text not null, changed_at timestamptz not null);
create table if not exists access.session (
  id text primary key, user_id text not null, created_at timestamptz not null, seen_at timestamptz not null);
create index if not exists session_by_user on access.session (user_id);
create table if not exists access.failure (
  name_hash text primary key, failures int not null, last_at timestamptz not null, locked_until timestamptz);
create table if not exists access.link (
  id text primary key, user_id text not null, expires_at timestamptz not null);
create table if not exists access.sign_in (
  id bigint generated always as identity primary key, at timestamptz not null, user_id text, address text not null,
  outcome text not null);
alter table access.sign_in add column if not exists kind text;
create index if not exists sign_in_by_time on access.sign_in (at desc);`;

/** Several processes may start at once: one creates, the others wait. */
export const createTables = (pool: pg.Pool): Promise<void> => schemaInPlace(pool, 'access', TABLES);

/** Settings of the server by name. */
export type Settings = Readonly<Record<string, string | number>>;

/**
 * What the embedded server always runs with. Durability is left as PostgreSQL ships it (fsync, full pages, synchronous
 * commit). The log must hold nothing of a person: statements, parameters and details of errors stay out of it.
 */
const ALWAYS: Settings = {
  listen_addresses: '127.0.0.1',
  max_connections: 200,
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: 1.1,
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
};

/** The options of the server's command line; no Unix socket, whose path may be too long and whose folder closed. */
export function serverOptions(port: number, more: Settings): string {
  const settings = Object.entries({ ...ALWAYS, ...more }).map(([name, value]) => `-c ${name}=${value}`);
  return ['-k ""', `-p ${port}`, ...settings].join(' ');
}

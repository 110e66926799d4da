import type pg from 'pg';
import type { Position } from '#event-store';

export interface Failure {
  position: Position;
  eventId: string;
  /** In the words of the error; never data of the event. */
  error: string;
  /** ISO 8601, UTC. */
  since: string;
}

/** How one projection stands; for `/health` and the metrics. */
export interface ProjectionStatus {
  projection: string;
  /** `null` before its first event. */
  position: Position | null;
  /** ISO 8601, UTC. */
  updatedAt: string;
  /** The event it stands still at, `null` while it runs. */
  failure: Failure | null;
}

interface CheckpointRow {
  projection: string;
  position: Position | null;
  updated_at: Date;
  failed_position: Position | null;
  failed_event: string | null;
  failure: string | null;
  failed_at: Date | null;
}

const LONGEST_ERROR = 500;

/** Of every projection that has a checkpoint, by name. */
export async function statusOfProjections(pool: pg.Pool): Promise<ProjectionStatus[]> {
  const { rows } = await pool.query<CheckpointRow>({
    name: 'read-models-status',
    text: `select * from read_models.checkpoint where projection not like '%/new' order by projection`,
  });
  return rows.map(statusOf);
}

function statusOf(row: CheckpointRow): ProjectionStatus {
  const { projection, position, updated_at: updated } = row;
  return { projection, position, updatedAt: updated.toISOString(), failure: failureOf(row) };
}

function failureOf(row: CheckpointRow): Failure | null {
  if (row.failure === null) return null;
  return {
    position: row.failed_position ?? '',
    eventId: row.failed_event ?? '',
    error: row.failure,
    since: row.failed_at?.toISOString() ?? '',
  };
}

/** `undefined` where the projection has no checkpoint: its tables were never made, or a rebuild just ended. */
export async function readCheckpoint(
  pool: pg.Pool,
  name: string,
): Promise<{ position: Position | null; failed: boolean } | undefined> {
  const { rows } = await pool.query<{ position: Position | null; failed: boolean }>({
    name: 'read-models-checkpoint',
    text: 'select position, failure is not null as failed from read_models.checkpoint where projection = $1',
    values: [name],
  });
  return rows[0];
}

/** Remembers at which event a projection stands still; seen by `statusOfProjections`. */
export async function recordFailure(
  pool: pg.Pool,
  name: string,
  failure: Pick<Failure, 'position' | 'eventId' | 'error'>,
): Promise<void> {
  await pool.query(
    `update read_models.checkpoint
     set failed_position = $2, failed_event = $3, failure = $4, failed_at = coalesce(failed_at, now())
     where projection = $1`,
    [name, failure.position, failure.eventId, failure.error.slice(0, LONGEST_ERROR)],
  );
}

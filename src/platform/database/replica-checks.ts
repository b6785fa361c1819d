import type { ClientBase } from 'pg';
import type { PromiseOrValue } from '../runtime/promise-or-value.ts';
import { ReplicaError } from './faults.ts';
import { type LogPosition, numbered } from './log-positions.ts';
import { modelKeys, modelNameOf } from './models.ts';
import type { RawRow } from './reading-adapter.ts';

/** Runs a statement on one of the two servers. Its columns are texts. */
export type Ask = (sql: string, parameters: string[]) => PromiseOrValue<readonly RawRow[]>;

/** Asks on one connection, by statements without names. */
export const askOn =
  (client: Pick<ClientBase, 'query'>): Ask =>
  async (text, values) =>
    (await client.query({ text, values, rowMode: 'array' })).rows;

/** What a replica says of itself. */
export interface ReplicaState {
  /** When the server was started. It tells servers apart. */
  readonly startedAt: string;
  readonly replayed: LogPosition;
}

const identitySql = `SELECT system_identifier::text, current_database()::text, current_schemas(false)::text,
  CASE WHEN pg_is_in_recovery() THEN (
    SELECT greatest(timeline_id, min_recovery_end_timeline)::text FROM pg_control_checkpoint(), pg_control_recovery()
  ) ELSE ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::int::text END
  FROM pg_control_system()`;

const stateSql = `SELECT pg_is_in_recovery()::text, extract(epoch FROM pg_postmaster_start_time())::text,
  ${numbered('pg_last_wal_replay_lsn()')}`;

const unreadableSql = `SELECT string_agg(name, ', ') FROM unnest(string_to_array($1, ',')) AS name
  WHERE NOT has_table_privilege(to_regclass(quote_ident(name)), 'SELECT')`;

const notInRecovery =
  'DATABASE_REPLICA_URL is not a replica: the server is not in recovery. If it was promoted, make a new replica of the primary.';

const text = (value: unknown) => String(value as string);

/** @throws ReplicaError if the server is not a replica, or not anymore */
export async function readReplicaState(replica: Ask): Promise<ReplicaState> {
  const [isInRecovery, startedAt, replayed] = (await replica(stateSql, []))[0] ?? [];
  if (isInRecovery !== 'true') throw new ReplicaError(notInRecovery);
  // A standby that has only restored a base backup has replayed nothing.
  return { startedAt: text(startedAt), replayed: BigInt(replayed === null ? 0 : text(replayed)) };
}

/**
 * Checks that a server is a streaming replica of the primary. Its migrations need no check: they are in the log, as all else is.
 * @param replica asks the replica, on one connection
 * @throws ReplicaError if it is not
 */
export async function checkReplica(primary: Ask, replica: Ask): Promise<ReplicaState> {
  const state = await readReplicaState(replica);
  const [system, database, schemas, timeline] = (await primary(identitySql, []))[0] ?? [];
  const [ofSystem, ofDatabase, ofSchemas, ofTimeline] = (await replica(identitySql, []))[0] ?? [];
  if (ofSystem !== system)
    throw new ReplicaError(
      `DATABASE_REPLICA_URL is a replica of another server: its system identifier is ${text(ofSystem)}, and that of DATABASE_URL ${text(system)}.`,
    );
  // Servers that were made from one have its identifier. Each promotion begins a timeline, and positions on two cannot be compared.
  if (ofTimeline !== timeline)
    throw new ReplicaError(
      `The replica is on the timeline ${text(ofTimeline)} of the write-ahead log, and the primary on ${text(timeline)}. If it follows the primary since a failover, it is used after its next restartpoint (CHECKPOINT); otherwise make it anew.`,
    );
  if (ofDatabase !== database || ofSchemas !== schemas)
    throw new ReplicaError(
      `DATABASE_REPLICA_URL names the database ${text(ofDatabase)} with the schemas ${text(ofSchemas)}, and DATABASE_URL ${text(database)} with ${text(schemas)}. They must be equal.`,
    );
  const [unreadable] = (await replica(unreadableSql, [modelKeys.map(modelNameOf).join(',')]))[0] ?? [];
  if (unreadable)
    throw new ReplicaError(`The role in DATABASE_REPLICA_URL may not read these tables: ${text(unreadable)}.`);
  return state;
}

/** @throws ReplicaError if a replica has replayed what the primary has not, which is committed there later */
export function checkHistory(replayed: LogPosition, committed: LogPosition): void {
  if (replayed <= committed) return;
  throw new ReplicaError(
    'The replica has changes that the primary does not have, such as after a failover to another server. Make it anew.',
  );
}

import { createHash } from 'node:crypto';
import type { Database } from '../platform/database/database.ts';
import {
  accountColumns,
  columnsIn,
  exportedTypes,
  formatName,
  formatVersion,
  type Manifest,
  toJson,
  withoutOwner,
} from './format.ts';

/** What an export is made with. */
export interface ExportOptions {
  /** The version of this program. */
  program: string;
  /** Told how far it is, in rows. */
  onProgress?: (done: number, total: number) => void;
}

/**
 * Everything that an account owns as of this moment, as the text of a file, some hundreds of lines at a time. What is written
 * meanwhile is not in it, and waits for nothing. Whoever stops reading early must end the generator.
 */
export async function* exportLines(
  database: Database,
  accountId: string,
  { program, onProgress }: ExportOptions,
): AsyncGenerator<string> {
  const snapshot = await database.snapshot();
  const hash = createHash('sha256');
  let lines = 0;
  const hashed = (some: string[]) => {
    const text = some.map((line) => `${line}\n`).join('');
    hash.update(text);
    lines += some.length;
    return text;
  };
  try {
    const account = await only(snapshot.rows('Account', accountId));
    const clock = await only(snapshot.rows('ChangeSequence', accountId));
    if (!account) throw new Error('There is no such account.');
    const counts: Record<string, number> = {};
    for (const type of exportedTypes) counts[type] = await snapshot.count(type, accountId);
    const manifest: Manifest = {
      format: formatName,
      version: formatVersion,
      program,
      account: JSON.parse(toJson(accountColumns, account)),
      history: { oldestSequence: Number(clock?.oldestSequence ?? 0), sequence: Number(clock?.sequence ?? 0) },
      counts,
    };
    yield hashed([JSON.stringify(manifest)]);

    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    for (const type of exportedTypes) {
      const columns = columnsIn(type);
      for await (const batch of snapshot.rows(type, accountId)) {
        const rows = type === 'Change' ? batch.map((change) => withoutOwner(change, accountId)) : batch;
        yield hashed(rows.map((row) => `{"type":"${type}","row":${toJson(columns, row)}}`));
        onProgress?.(lines - 1, total);
      }
    }
    if (lines - 1 !== total) throw new Error('Some rows are below others in a circle, and cannot be exported.');
    yield `${JSON.stringify({ end: { lines, sha256: hash.digest('hex') } })}\n`;
  } finally {
    await snapshot.close();
  }
}

/** The one row that there is, if any. */
async function only(batches: AsyncIterable<Record<string, unknown>[]>): Promise<Record<string, unknown> | null> {
  let found: Record<string, unknown> | null = null;
  for await (const [row = null] of batches) found = row;
  return found;
}

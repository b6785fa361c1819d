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

interface ExportOptions {
  /** The version of this program. */
  program: string;
  /** Called with the number of records written so far, and of all. */
  onProgress?: (done: number, total: number) => void;
}

/**
 * Exports everything that an account owns, as of one moment, some hundreds of lines at a time. Later writes are left out and do
 * not wait. A caller that stops early must call `return()` on the generator, which closes the snapshot.
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
    const position = await only(snapshot.rows('ChangeSequence', accountId));
    if (!account) throw new Error('There is no such account.');
    const counts: Record<string, number> = {};
    for (const type of exportedTypes) counts[type] = await snapshot.count(type, accountId);
    const manifest: Manifest = {
      format: formatName,
      version: formatVersion,
      program,
      account: JSON.parse(toJson(accountColumns, account)),
      history: { oldestSequence: Number(position?.oldestSequence ?? 0), sequence: Number(position?.sequence ?? 0) },
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
    if (lines - 1 !== total) throw new Error('Some records are their own ancestors and cannot be exported.');
    yield `${JSON.stringify({ end: { lines, sha256: hash.digest('hex') } })}\n`;
  } finally {
    await snapshot.close();
  }
}

/** The only record. Null if there is none. */
async function only(batches: AsyncIterable<Record<string, unknown>[]>): Promise<Record<string, unknown> | null> {
  let found: Record<string, unknown> | null = null;
  for await (const [row = null] of batches) found = row;
  return found;
}

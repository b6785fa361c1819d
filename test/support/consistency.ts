import BetterSqlite3 from 'better-sqlite3';
import { openDatabase } from '../../src/platform/database/database.ts';
import type { DatabaseLocation } from '../../src/platform/database/location.ts';
import { recordedModels } from '../../src/platform/database/model-relations.ts';
import { modelKeyOf } from '../../src/platform/database/models.ts';
import type { ReadDatabase } from '../../src/platform/database/read-database.ts';

/* Whether what is stored holds together. */

type Values = Record<string, unknown>;

/** All that is wrong with a database that nobody writes to: its pages, its references, and the history that its rows must have. */
export async function faultsIn(location: DatabaseLocation): Promise<string[]> {
  const database = await openDatabase(location);
  try {
    const inFile = location.engine === 'sqlite' ? faultsInFile(location.file) : [];
    return [...inFile, ...(await faultsInSequences(database.reads)), ...(await faultsInRows(database.reads))];
  } finally {
    await database.close();
  }
}

function faultsInFile(path: string): string[] {
  const file = new BetterSqlite3(path, { readonly: true });
  try {
    const pages = (file.pragma('integrity_check') as { integrity_check: string }[])
      .map(({ integrity_check }) => integrity_check)
      .filter((fault) => fault !== 'ok');
    const references = file.pragma('foreign_key_check') as unknown[];
    return [...pages, ...references.map((row) => `reference: ${JSON.stringify(row)}`)];
  } finally {
    file.close();
  }
}

/** Each owner's change sets have the sequences from the oldest that is kept to the clock's, and each has changed something. */
async function faultsInSequences(db: ReadDatabase): Promise<string[]> {
  const faults: string[] = [];
  for (const { ownerId, sequence, oldestSequence } of await db.changeSequence.findMany()) {
    const changeSets = await db.changeSet.findMany({
      where: { ownerId },
      orderBy: { sequence: 'asc' },
      include: { _count: { select: { changes: true } } },
    });
    const expected = Array.from({ length: sequence - oldestSequence + 1 }, (_, index) => oldestSequence + index);
    if (JSON.stringify(changeSets.map((one) => one.sequence)) !== JSON.stringify(expected))
      faults.push(`sequences of ${ownerId}`);
    for (const { name, _count } of changeSets) if (_count.changes === 0) faults.push(`${name} without changes`);
  }
  return faults;
}

/** Each recorded row is what the changes in its owner's log make of it, as far as these are kept from the start. */
async function faultsInRows(db: ReadDatabase): Promise<string[]> {
  const told = new Map<string, Values>();
  const orderBy = [{ ownerId: 'asc' as const }, { sequence: 'asc' as const }, { ordinal: 'asc' as const }];
  for (const { model, rowId, action, after } of await db.change.findMany({ orderBy })) {
    const key = `${model}:${rowId}`;
    if (action === 'DELETE') told.delete(key);
    else told.set(key, { ...told.get(key), ...(after as Values | null) });
  }
  const faults: string[] = [];
  for (const model of recordedModels) {
    const table = db[modelKeyOf(model)] as unknown as { findMany(): Promise<(Values & { id: string })[]> };
    for (const row of await table.findMany()) {
      const key = `${model}:${row.id}`;
      if (canonical(row) !== canonical(told.get(key) ?? {})) faults.push(`${key} is not what its history makes of it`);
      told.delete(key);
    }
  }
  const gone = [...told.keys()].filter((key) => !key.startsWith('Account:'));
  return [...faults, ...gone.map((key) => `${key} is there by its history only`)];
}

/** A row as a text that does not depend on the order of its columns. */
function canonical(row: Values): string {
  const plain = JSON.parse(JSON.stringify(row)) as Values;
  return JSON.stringify(Object.entries(plain).sort(([a], [b]) => (a < b ? -1 : 1)));
}

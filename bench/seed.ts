/* Fills databases of several engines with the same records. */

import type { DatabaseLocation } from '../src/platform/database/location.ts';
import { makeData, type Names } from './data.ts';
import { type Databases, fill } from './database.ts';

/** A filled database of each engine, and what requests name in all of them. */
export interface Seeded {
  readonly locations: readonly DatabaseLocation[];
  readonly names: Names;
}

/** Creates a database of each engine, and fills all of them with the same records. */
export async function seed(databases: readonly Databases[], name: string, tasks: number): Promise<Seeded> {
  const locations: DatabaseLocation[] = [];
  for (const engine of databases) locations.push(await engine.create(name));
  const fillings = await Promise.all(locations.map(fill));
  const batches = makeData(tasks);
  let next = batches.next();
  for (; !next.done; next = batches.next()) {
    for (const filling of fillings) await filling.insert(next.value);
  }
  for (const filling of fillings) await filling.finish();
  return { locations, names: next.value };
}

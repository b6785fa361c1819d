import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The database engines that Waymark runs on. */
export const engines = ['sqlite', 'postgresql'] as const;
export type Engine = (typeof engines)[number];

const here = join(import.meta.dirname, '../prisma');

/** Every model file, in one text: the truth that both engines share. */
export function readModels(): string {
  const files = globSync('models/*.prisma', { cwd: here }).sort();
  return files.map((file) => readFileSync(join(here, file), 'utf8')).join('\n');
}

/** What Prisma sees for one engine: its header, then the models. */
export function composeSchema(engine: Engine, models = readModels()): string {
  return `${readFileSync(join(here, `${engine}.prisma`), 'utf8')}\n${models}`;
}

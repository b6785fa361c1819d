import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** The database engines that Waymark runs on. */
export const engines = ['sqlite', 'postgresql'] as const;
export type Engine = (typeof engines)[number];

const folder = join(root, 'prisma');

/** The text of all model files, which both engines share. */
export function readModels(): string {
  const files = globSync('models/*.prisma', { cwd: folder }).sort();
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}

/** The Prisma schema of one engine: its header, followed by the models. */
export function composeSchema(engine: Engine, models = readModels()): string {
  return `${readFileSync(join(folder, `${engine}.prisma`), 'utf8')}\n${models}`;
}

/** `npm run check:generated`: fails when a committed file differs from what the sources generate. Writes nothing. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from './generated-files.ts';
import { root } from './root.ts';

/** The first line in which two texts differ, as a diff shows it. */
function firstDifference(committed: string, generated: string): string {
  const [before, after] = [committed.split('\n'), generated.split('\n')];
  const line = before.findIndex((text, index) => text !== after[index]);
  const at = line === -1 ? before.length : line;
  return `  line ${at + 1}\n  - ${before[at] ?? '(the end)'}\n  + ${after[at] ?? '(the end)'}`;
}

/** How a committed file differs from what is generated for its path. Null if it does not. */
function differenceAt(path: string, text: string | undefined): string | null {
  if (text === undefined) return `${path}\n  is no longer generated: delete it`;
  if (!existsSync(join(root, path))) return `${path}\n  is missing`;
  const committed = readFileSync(join(root, path), 'utf8');
  return committed === text ? null : `${path}\n${firstDifference(committed, text)}`;
}

const generated = new Map<string, string>();
for await (const [path, text] of generatedFiles()) generated.set(path, text);
const committed = globSync('{test/clients,clients/board/src,src/insights}/generated/*.ts', { cwd: root });
const paths = [...new Set([...generated.keys(), ...committed])].sort();
const differences = paths.map((path) => differenceAt(path, generated.get(path))).filter((one) => one !== null);
if (differences.length > 0) {
  console.error(`Not as generated:\n\n${differences.join('\n\n')}\n\nRun "npm run generate", and review the diff.`);
  process.exitCode = 1;
}

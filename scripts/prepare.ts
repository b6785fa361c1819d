/** Prepares the program to run: generates the database clients and makes the bundle `dist/`. bin/waymark.js does so if it is stale. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '../bin/fingerprint.js';
import { bundle } from './bundle.ts';
import { type Engine, engines } from './compose-schema.ts';
import { generateClients, isGenerated } from './generate.ts';
import { replaceFolder } from './replace-folder.ts';
import { root } from './root.ts';

const dist = join(root, 'dist');

/**
 * @param needed the engines whose clients are needed
 * @param report is told what is done
 */
export async function prepare(
  needed: readonly Engine[] = engines,
  report: (step: string) => void = console.error,
): Promise<void> {
  const started = performance.now();
  // Taken first: a source that changes from here on makes the bundle stale.
  const fingerprint = fingerprintOf(root);
  report('Preparing Waymark, once after an installation or an update:');
  const made = mkdtempSync(join(root, '.dist-'));
  try {
    report('  the database client …');
    const generated = generateClients({ needed });
    const bundled = bundle(made, generated);
    // If the clients cannot be generated, that is what there is to say.
    await Promise.allSettled([generated, bundled]);
    await generated;
    report('  the program …');
    await bundled;
    const stamp = [fingerprint, ...engines.filter(isGenerated)].join(' ');
    writeFileSync(join(made, '.stamp'), stamp);
    const isDone = () => existsSync(join(dist, '.stamp')) && readFileSync(join(dist, '.stamp'), 'utf8') === stamp;
    // Another program that was quicker may be running what it made, which is the same.
    if (!isDone()) replaceFolder(made, dist, isDone);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  report(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

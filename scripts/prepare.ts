/** Prepares the program to run: generates the database clients and makes the bundle `dist/`. bin/waymark.js does so if it is stale. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { fingerprintOf } from '../bin/fingerprint.js';
import { bundle } from './bundle.ts';
import { type Engine, engines } from './compose-schema.ts';
import { generateClients, isGenerated } from './generate.ts';
import { withLockFile } from './lock-file.ts';
import { bundlePages } from './pages-bundle.ts';
import { replaceFolder } from './replace-folder.ts';
import { root } from './root.ts';

const dist = join(root, 'dist');

/** What the bundle in `dist/` must be made from: a hash of the sources, and the engines with a client. */
const stampOf = (fingerprint: string) => [fingerprint, ...engines.filter(isGenerated)].join(' ');

const isMade = (stamp: string) =>
  existsSync(join(dist, '.stamp')) && readFileSync(join(dist, '.stamp'), 'utf8') === stamp;

/**
 * Prepares the program. Waits while another start does so.
 * @param needed the engines whose clients are needed
 * @param report is told what is done
 */
export async function prepare(
  needed: readonly Engine[] = engines,
  report: (step: string) => void = console.error,
): Promise<void> {
  const wait = () => report('Preparing Waymark, which another start is doing:\n  waiting for it …');
  await withLockFile(join(root, '.preparing'), wait, () => prepareAlone(needed, report));
}

async function prepareAlone(needed: readonly Engine[], report: (step: string) => void): Promise<void> {
  const started = performance.now();
  // Taken first: a source that changes from here on makes the bundle stale.
  const fingerprint = fingerprintOf(root);
  if (needed.every(isGenerated) && isMade(stampOf(fingerprint))) return;
  report('Preparing Waymark, once after an installation or an update:');
  const made = mkdtempSync(join(root, '.dist-'));
  try {
    report('  the database client …');
    const generated = generateClients({ needed });
    const bundled = Promise.all([bundle(made, generated), bundlePages()]);
    // If the clients cannot be generated, that is what there is to say.
    await Promise.allSettled([generated, bundled]);
    await generated;
    report('  the program …');
    await bundled;
    const stamp = stampOf(fingerprint);
    writeFileSync(join(made, '.stamp'), stamp);
    // Another program that was quicker may be running what it made, which is the same.
    if (!isMade(stamp)) replaceFolder(made, dist, () => isMade(stamp));
  } finally {
    rmSync(made, { recursive: true, force: true });
    // Otherwise its process stays beside the server.
    await esbuild.stop();
  }
  report(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

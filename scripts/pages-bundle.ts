/* Bundles the programs that pages load, Observable Plot included, for the server to serve from its own origin. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './root.ts';

const folder = join(root, 'src/http/pages/generated');
const file = join(folder, 'insights.js');

/** A hash of everything that the bundle is made from. */
function fingerprint(): string {
  const sources = globSync('src/insights/**/*.ts', { cwd: root }).sort();
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const hash = createHash('sha256').update(JSON.stringify(dependencies));
  for (const source of ['scripts/pages-bundle.ts', ...sources])
    hash.update(source).update(readFileSync(join(root, source)));
  return hash.digest('hex');
}

/** Makes `src/http/pages/generated/insights.js`, unless it is there and its sources have not changed. Takes less than a second. */
export async function bundlePages(): Promise<void> {
  const banner = `/* Made from ${fingerprint()}. */`;
  if (existsSync(file) && readFileSync(file, 'utf8').startsWith(banner)) return;
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, 'src/insights/main.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    banner: { js: banner },
    absWorkingDir: root,
    logLevel: 'silent',
  });
  mkdirSync(folder, { recursive: true });
  // In one step: a server may be reading it, and another program making the same.
  const made = `${file}.${process.pid}`;
  writeFileSync(made, outputFiles[0]?.contents ?? '');
  renameSync(made, file);
}

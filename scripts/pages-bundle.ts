/* Bundles the programs that pages load, Observable Plot included, for the server to serve from its own origin. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import * as queries from '../src/insights/queries.ts';
import { root } from './root.ts';

const folder = join(root, 'src/http/pages/generated');
const file = join(folder, 'insights.js');
/** The documents that the program sends, which the server trusts as its own. */
const documents = join(folder, 'insights-documents.json');

/** A hash of everything that the bundle is made from. */
function fingerprint(): string {
  const sources = globSync('src/insights/**/*.ts', { cwd: root }).sort();
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const hash = createHash('sha256').update(JSON.stringify(dependencies));
  for (const source of ['scripts/pages-bundle.ts', ...sources])
    hash.update(source).update(readFileSync(join(root, source)));
  return hash.digest('hex');
}

/** Replaces a file in one step: a server may be reading it, and another program making the same. */
function replace(path: string, content: string | Uint8Array): void {
  const made = `${path}.${process.pid}`;
  writeFileSync(made, content);
  renameSync(made, path);
}

/**
 * Makes `insights.js` in `src/http/pages/generated/`, with a list of its documents, unless they are there and their sources have not
 * changed. Takes less than a second.
 */
export async function bundlePages(): Promise<void> {
  const banner = `/* Made from ${fingerprint()}. */`;
  if (existsSync(documents) && existsSync(file) && readFileSync(file, 'utf8').startsWith(banner)) return;
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
  replace(documents, JSON.stringify(Object.values(queries).map(String)));
  replace(file, outputFiles[0]?.contents ?? '');
}

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import { expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { shortened } from '../../scripts/short-source-map.ts';
import { temporaryFolder } from '../support/command.ts';

/** A program of a source of its own and one of a package, bundled as Waymark is. It prints the stacks of some errors. */
async function stacksOf(
  change: (map: string) => string | null = shortened,
): Promise<{ folder: string; stacks: string }> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'node_modules/deep'), { recursive: true });
  mkdirSync(join(folder, 'dist'));
  const deep = ['', '', 'export function call(work) {', '  return work();', '}', ''];
  writeFileSync(join(folder, 'node_modules/deep/index.js'), deep.join('\n'));
  const own = [
    "import { call } from 'deep';",
    '',
    'const inner = () => { throw new TypeError("wrong"); };',
    'export function outer() {',
    '  call(inner);',
    '}',
    'export const odd = () => { const error = new Error("odd"); error.toString = null; error.name = { toString() { throw 1; } }; return error; };',
  ];
  writeFileSync(join(folder, 'own.js'), own.join('\n'));
  const outfile = join(folder, 'dist/program.cjs');
  const options = { bundle: true, format: 'cjs', minifyWhitespace: true, sourcemap: 'external' } as const;
  await esbuild.build({
    entryPoints: [join(folder, 'own.js')],
    outfile,
    platform: 'node',
    logLevel: 'silent',
    ...options,
  });
  const map = change(readFileSync(`${outfile}.map`, 'utf8'));
  writeFileSync(`${outfile}.map`, map ?? 'no map');
  const runner = `
    import { createRequire } from 'node:module';
    import { traceSources } from ${JSON.stringify(join(root, 'bin/stack-traces.js'))};
    traceSources(${JSON.stringify(outfile)});
    const { outer, odd } = createRequire(import.meta.url)(${JSON.stringify(outfile)});
    try { outer(); } catch (error) { console.log(error.stack); }
    console.log(odd().stack.split('\\n')[0]);
  `;
  writeFileSync(join(folder, 'run.mjs'), runner);
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'run.mjs')]);
  return { folder, stacks: stdout };
}

test('a stack trace names lines of the own sources, and the files of packages', async () => {
  const { folder, stacks } = await stacksOf();
  const [head, inner, call, outer] = stacks.split('\n');
  expect(head).toBe('TypeError: wrong');
  expect(inner).toContain(`(${join(folder, 'own.js')}:3:`);
  expect(call).toBe(`    at call (${join(folder, 'node_modules/deep/index.js')})`);
  expect(outer).toContain(`at outer (${join(folder, 'own.js')}:5:`);
  // The next file is Node's or the runner's, as it is.
  expect(stacks).toContain('run.mjs:6:');
});

test('where there is no map, and of an error whose head cannot be told, there is a stack trace still', async () => {
  const { folder, stacks } = await stacksOf(() => null);
  expect(stacks).toContain(`at outer (${join(folder, 'dist/program.cjs')}:`);
  expect(stacks).toContain('TypeError: wrong\n');
  expect(stacks.trimEnd().split('\n').at(-1)).toBe('Error');
});

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import { expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { shortened } from '../../scripts/short-source-map.ts';
import { temporaryFolder } from '../support/command.ts';

/**
 * Bundles a program of a source of its own and one of a package as Waymark is, and runs it. It prints the stacks of some errors.
 * @param below where the program is, in a temporary folder
 * @param change changes the source map, by its path
 */
async function stacksOf(below = '.', change: (map: string) => void = shorten) {
  const folder = join(temporaryFolder(), below);
  mkdirSync(join(folder, 'node_modules/deep'), { recursive: true });
  mkdirSync(join(folder, 'dist'));
  const deep = ['', '', 'export function call(work) {', '  return work();', '}', ''];
  writeFileSync(join(folder, 'node_modules/deep/index.js'), deep.join('\n'));
  const own = [
    "import { readFileSync } from 'node:fs';",
    "import { call } from 'deep';",
    'const inner = () => { throw new TypeError("wrong"); };',
    'export function outer() {',
    '  call(inner);',
    '}',
    'export const ofNode = () => readFileSync(1.5);',
    'export const noError = () => { const place = {}; Error.captureStackTrace(place); return place.stack; };',
    'export const odd = () => Object.assign(new Error("odd"), { name: { toString() { throw 1; } } }).stack;',
  ];
  writeFileSync(join(folder, 'own.js'), own.join('\n'));
  const outfile = join(folder, 'dist/program.cjs');
  const options = {
    bundle: true,
    format: 'cjs',
    platform: 'node',
    minifyWhitespace: true,
    sourcemap: 'external',
  } as const;
  await esbuild.build({ entryPoints: [join(folder, 'own.js')], outfile, logLevel: 'silent', ...options });
  change(`${outfile}.map`);
  const runner = `
    import { createRequire } from 'node:module';
    import { traceSources } from ${JSON.stringify(join(root, 'bin/stack-traces.js'))};
    traceSources(${JSON.stringify(outfile)});
    const { outer, ofNode, noError, odd } = createRequire(import.meta.url)(${JSON.stringify(outfile)});
    const stackOf = (work) => { try { return work(); } catch (error) { return error.stack; } };
    console.log(JSON.stringify([outer, ofNode, noError, odd].map((work) => stackOf(work).split('\\n'))));
  `;
  writeFileSync(join(folder, 'run.mjs'), runner);
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'run.mjs')]);
  const [outer = [], ofNode = [], noError = [], odd = []]: string[][] = JSON.parse(stdout);
  return { folder, outer, ofNode, noError, odd };
}

const shorten = (map: string) => writeFileSync(map, shortened(readFileSync(map, 'utf8')));

test.each(['.', 'node_modules/waymark'])(
  'a stack trace names lines of the own sources, and the files of packages, in %s',
  async (below) => {
    const { folder, outer, ofNode, noError, odd } = await stacksOf(below);
    const own = join(folder, 'own.js');
    expect(outer[0]).toBe('TypeError: wrong');
    expect(outer[1]).toContain(`(${own}:3:`);
    expect(outer[2]).toBe(`    at call (${join(folder, 'node_modules/deep/index.js')})`);
    expect(outer[3]).toContain(`at outer (${own}:5:`);
    // What follows is the runner, as it is.
    expect(outer[4]).toContain('run.mjs:6:');
    expect(ofNode[0]).toMatch(/^TypeError \[ERR_INVALID_ARG_TYPE\]: The "path" argument /);
    expect(ofNode.join('\n')).toContain(`${own}:7:`);
    expect(noError[1]).toContain(`${own}:8:`);
    expect(odd[0]).toBe('Error');
    expect(odd[1]).toContain(`${own}:9:`);
  },
);

test.each([
  ['no', (map: string) => rmSync(map)],
  ['a broken', (map: string) => writeFileSync(map, '{ "version"')],
])('where there is %s source map, there is a stack trace still', async (_which, change) => {
  const { folder, outer } = await stacksOf('.', change);
  expect(outer[0]).toBe('TypeError: wrong');
  expect(outer[3]).toContain(`at outer (${join(folder, 'dist/program.cjs')}:`);
});

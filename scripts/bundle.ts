/* Puts the program into one file. It starts in half the time: Node finds one module, and has no types to strip. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import * as esbuild from 'esbuild';
import { isGenerated } from './generate.ts';
import { root } from './root.ts';
import { shortened } from './short-source-map.ts';

/** Packages that stay outside of the bundle: those with binaries, and GraphiQL, which is nine megabytes and seldom loaded. */
export const packagesOutside = ['better-sqlite3', '@node-rs/argon2', '@graphql-yoga/render-graphiql'];

/**
 * Lets everything else be read while the clients are generated. PostgreSQL's may be missing: it is generated where it is used.
 */
const waitForClients = (generated: Promise<void>): esbuild.Plugin => ({
  name: 'generated clients',
  setup(build) {
    build.onResolve({ filter: /\/generated\// }, async ({ path, resolveDir }) => {
      await generated;
      const isMissing = path.includes('/postgresql/') && !isGenerated('postgresql');
      return { path: join(resolveDir, path), ...(isMissing && { namespace: 'missing' }) };
    });
    build.onLoad({ filter: /.*/, namespace: 'missing' }, () => ({
      contents: `throw new Error('The database client of PostgreSQL is missing. Run "npm run generate:client".')`,
    }));
  },
});

/**
 * Escapes what is not ASCII. With one such character, V8 keeps all of the program at two bytes for each, which is ten megabytes more; of itself,
 * esbuild escapes those of texts, but not of regular expressions and tagged templates.
 */
const toAscii = (source: string) =>
  source.replaceAll(/(\\*)([\u0080-\uffff])/g, (_match, slashes: string, character: string) => {
    // A character that a backslash stands before is itself.
    const before = slashes.length % 2 === 0 ? slashes : slashes.slice(1);
    return `${before}\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

/** A bundle in CommonJS has no `import.meta`. Our modules keep their own place, so that they find the files beside them. */
function withPlaces(source: string, path: string): string {
  if (!source.includes('import.meta.')) return source;
  const inRoot = (name: string) => `require('node:path').join(__dirname, '..', ${JSON.stringify(name)})`;
  const name = relative(root, path).replaceAll('\\', '/');
  return source
    .replaceAll('import.meta.dirname', inRoot(dirname(name)))
    .replaceAll('import.meta.url', `require('node:url').pathToFileURL(${inRoot(name)}).href`);
}

const modules: esbuild.Plugin = {
  name: 'modules',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].+\.ts$/ }, ({ path }) => ({
      contents: toAscii(withPlaces(readFileSync(path, 'utf8'), path)),
      loader: 'ts',
    }));
    build.onLoad({ filter: /[\\/]chrono-node[\\/].+\.js$/ }, ({ path }) => ({
      contents: toAscii(readFileSync(path, 'utf8')),
    }));
  },
};

/**
 * Of Node's own classes of the Fetch API, the adapter only asks whether they are those that it uses, and they never are. To ask loads
 * all of them, which takes longer than to open the database.
 */
const adapter: esbuild.Plugin = {
  name: 'adapter',
  setup(build) {
    build.onLoad({ filter: /[\\/]@whatwg-node[\\/]server[\\/]esm[\\/]createServerAdapter\.js$/ }, ({ path }) => {
      const question = 'fetchAPI.Request !== globalThis.Request';
      const source = readFileSync(path, 'utf8');
      if (!source.includes(question)) throw new Error(`${path} no longer has "${question}".`);
      return { contents: source.replace(question, 'true') };
    });
  },
};

/** Prisma's query compilers are WebAssembly, in modules as base64. They become files beside the bundle. */
const compilersAsFiles = (folder: string): esbuild.Plugin => ({
  name: 'query compilers',
  setup(build) {
    build.onLoad({ filter: /\.wasm-base64\.mjs$/ }, async ({ path }) => {
      const { wasm } = (await import(path)) as { wasm: string };
      const name = basename(path).replace('-base64.mjs', '');
      writeFileSync(join(folder, name), Buffer.from(wasm, 'base64'));
      const file = `require('node:path').join(__dirname, ${JSON.stringify(name)})`;
      return { contents: `export const wasm = require('node:fs').readFileSync(${file}, 'base64')` };
    });
  },
});

/**
 * Makes the bundle in a folder: `waymark.cjs`, its source map, and the query compilers.
 * @param generated resolves once the clients are generated
 */
export async function bundle(folder: string, generated: Promise<void>): Promise<void> {
  await esbuild.build({
    entryPoints: [join(root, 'src/main.ts')],
    outfile: join(folder, 'waymark.cjs'),
    bundle: true,
    platform: 'node',
    // Node compiles it from its cache, which it does not do as well for a module.
    format: 'cjs',
    target: 'node22.18',
    external: packagesOutside,
    minifyWhitespace: true,
    // Node prints the line that an uncaught error was thrown in.
    lineLimit: 200,
    // bin/stack-traces.js finds it beside the program.
    sourcemap: 'external',
    sourcesContent: false,
    // From where it will be: the folder is moved to its place as a whole.
    sourceRoot: '',
    absWorkingDir: root,
    logLevel: 'silent',
    logOverride: { 'empty-import-meta': 'error' },
    plugins: [waitForClients(generated), modules, adapter, compilersAsFiles(folder)],
  });
  const map = join(folder, 'waymark.cjs.map');
  writeFileSync(map, shortened(readFileSync(map, 'utf8')));
}

/**
 * `npm run docs`: makes the site `docs-site/` from docs/, the README, the changelog and the schema, which the server serves at
 * /docs. VitePress is installed apart, by `npm ci --prefix site`: it would double what `npm ci` installs. Reads nothing but files.
 */
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSchema } from 'graphql';
import { icon } from '../../src/http/pages/logo.ts';
import { replaceFolder } from '../replace-folder.ts';
import { root } from '../root.ts';
import { deadAnchors, pageFor, placesOf, sidebarOf } from './pages.ts';
import { referenceOf } from './reference.ts';

const vitepress = join(root, 'site/node_modules/vitepress/dist/node/index.js');

/** The pages as Markdown, by their paths on the site. */
function readPages(): Map<string, string> {
  const found = ['*.md', 'domains/**/*.md'].flatMap((pattern) => globSync(`docs/${pattern}`, { cwd: root }).sort());
  const decisions = globSync('docs/decisions/*.md', { cwd: root }).sort();
  const files = ['README.md', ...found, 'CHANGELOG.md', ...decisions];
  const places = placesOf(files);
  const pages = new Map(
    files.map((file) => [places.get(file) ?? file, pageFor(places, file, readFileSync(join(root, file), 'utf8'))]),
  );
  const schema = buildSchema(readFileSync(join(root, 'schema/schema.graphql'), 'utf8'));
  for (const [name, text] of referenceOf(schema)) pages.set(`reference/${name}.md`, text);
  return pages;
}

const configOf = (pages: ReadonlyMap<string, string>, outDir: string) => ({
  title: 'Waymark',
  description: 'A GraphQL server for your professional growth that runs on your own machine.',
  base: '/docs/',
  head: [['link', { rel: 'icon', href: icon }]],
  outDir,
  // Other pages that are linked and not there fail the build. Addresses of this machine are none of the site.
  ignoreDeadLinks: 'localhostLinks',
  // What looks like HTML in a text is meant as text.
  markdown: { html: false, theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } },
  metaChunk: true,
  themeConfig: { search: { provider: 'local' }, sidebar: sidebarOf(pages), outline: [2, 3] },
});

function writeSources(folder: string, pages: ReadonlyMap<string, string>, outDir: string): void {
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  cpSync(join(root, 'docs/images'), join(folder, 'images'), { recursive: true });
  // Vue is found from here.
  symlinkSync(join(root, 'site/node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, '.vitepress'));
  const config = JSON.stringify(configOf(pages, outDir));
  writeFileSync(join(folder, '.vitepress/config.mjs'), `export default ${config};\n`);
  cpSync(join(import.meta.dirname, 'theme'), join(folder, '.vitepress/theme'), { recursive: true });
}

if (!existsSync(vitepress)) {
  console.error('VitePress is missing. Run "npm ci --prefix site".');
  process.exit(1);
}
const sources = mkdtempSync(join(root, '.docs-'));
const made = mkdtempSync(join(root, '.docs-'));
try {
  writeSources(sources, readPages(), made);
  const { build } = (await import(vitepress)) as { build: (folder: string) => Promise<void> };
  await build(sources);
  const built = globSync('**/*.html', { cwd: made });
  const dead = deadAnchors(new Map(built.map((path) => [path, readFileSync(join(made, path), 'utf8')])));
  if (dead.length > 0) throw new Error(`Links that lead nowhere:\n${dead.join('\n')}`);
  replaceFolder(made, join(root, 'docs-site'), () => false);
  console.info('Made docs-site/. The server serves it at /docs.');
} finally {
  for (const folder of [sources, made]) rmSync(folder, { recursive: true, force: true });
}

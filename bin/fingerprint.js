// Plain JavaScript: each start looks here, and stripping types would take longer than the rest of it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

// To import it would load all of the Web Crypto API, too, which takes as long as to look at the files.
const { createHash } = process.getBuiltinModule('node:crypto');

const folders = ['src', 'prisma/models'];
const files = [
  ...['package.json', 'package-lock.json', 'prisma/sqlite.prisma', 'prisma/postgresql.prisma'],
  ...['bundle', 'compose-schema', 'enum-texts', 'generate', 'pages-bundle', 'short-source-map'].map(
    (name) => `scripts/${name}.ts`,
  ),
];

/** The files of a folder and its folders. */
const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return entry.name === 'generated' ? [] : filesIn(path);
  });

/** The paths of everything that the bundle is made from. */
const sourcesOf = (root) => [
  ...files.map((name) => join(root, name)),
  ...folders.flatMap((name) => filesIn(join(root, name))),
];

/**
 * A hash of everything that the bundle is made from.
 * @param {string} root the project's folder
 * @returns {string}
 */
export function fingerprintOf(root) {
  const hash = createHash('sha256');
  for (const path of sourcesOf(root).filter(isThere)) {
    const content = readFileSync(path);
    hash.update(`${relative(root, path)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

const isThere = (path) => statSync(path, { throwIfNoEntry: false }) !== undefined;

/**
 * The state of these files as a hash: when their content or name was changed, and how long they are. While it is the same, so is
 * the fingerprint, which takes four times as long. It includes paths, so it differs between copies.
 * @param {string} root the project's folder
 * @returns {{ state: string, newest: number }} with the time of the newest change, in milliseconds since 1970
 */
export function stateOf(root) {
  const hash = createHash('sha256');
  let newest = 0;
  for (const path of sourcesOf(root)) {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path, { throwIfNoEntry: false }) ?? {};
    hash.update(`${path} ${size} ${mtimeMs} ${ctimeMs} ${ino}\n`);
    newest = Math.max(newest, mtimeMs ?? 0, ctimeMs ?? 0);
  }
  return { state: hash.digest('hex'), newest };
}

// Plain JavaScript: each start looks here, and stripping types would take longer than the rest of it.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const folders = ['src', 'prisma/models'];
const files = [
  ...['package.json', 'package-lock.json', 'prisma/sqlite.prisma', 'prisma/postgresql.prisma'],
  ...['bundle', 'compose-schema', 'enum-texts', 'generate', 'pages-bundle'].map((name) => `scripts/${name}.ts`),
];

/** The files of a folder and its folders. */
const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return entry.name === 'generated' ? [] : filesIn(path);
  });

/**
 * A hash of everything that the bundle is made from.
 * @param {string} root the project's folder
 * @returns {string}
 */
export function fingerprintOf(root) {
  const hash = createHash('sha256');
  const paths = [...files.map((name) => join(root, name)), ...folders.flatMap((name) => filesIn(join(root, name)))];
  for (const path of paths.filter((each) => existsSync(each))) {
    const content = readFileSync(path);
    hash.update(`${relative(root, path)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

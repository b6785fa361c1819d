import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line that the program can write to the log. */
export interface LogCall {
  level: string;
  message: string;
  /** The names of its details, besides those that all lines of a request have. Null if another function makes them. */
  fields: string[] | null;
}

const root = join(import.meta.dirname, '../..');

/** Every line that the sources can write to the log. */
export function logCalls(): LogCall[] {
  const files = globSync('src/**/*.ts', { cwd: root, exclude: (name) => name === 'src/generated' });
  return files.flatMap((file) => callsIn(readFileSync(join(root, file), 'utf8')));
}

/** The lines that a source can write to a log, by the calls of a method that is named after a level. */
export function callsIn(source: string): LogCall[] {
  return [...source.matchAll(/\b(?:log|Log|\.child\(\))\??\.(debug|info|warn|error|fatal)\(/g)].flatMap((match) => {
    const args = untilClosed(source.slice(match.index + match[0].length));
    const message = /(?:^|,)\s*(['`])((?:(?!\1).)+)\1,?\s*$/.exec(args)?.[2];
    if (message === undefined) return [];
    const details = /^\s*\{/.test(args) ? untilClosed(args.slice(args.indexOf('{') + 1)) : null;
    const isElsewhere = details === null && /^\s*\w/.test(args);
    return [{ level: match[1] ?? '', message, fields: isElsewhere ? null : namesIn(details ?? '') }];
  });
}

/** The text up to the bracket that closes what was opened before it. */
function untilClosed(text: string): string {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (depth < 0) return text.slice(0, i);
  }
  return text;
}

/** The names of an object's text, and of the objects that are spread in it. */
function namesIn(details: string): string[] {
  const spread = [...details.matchAll(/\.\.\.\([^{]*\{([^}]*)\}\)/g)].flatMap(([, inner = '']) => namesIn(inner));
  const own = details
    .replaceAll(/\.\.\.\([^{]*\{[^}]*\}\)/g, '')
    .split(',')
    .flatMap((part) => /^\s*(\w+)\s*(?::|$)/.exec(part)?.[1] ?? []);
  return [...own, ...spread];
}

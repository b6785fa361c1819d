import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/* Code that is needed twice is in one place: no run of more than ten equal lines stands twice in src/ or test/. */

const root = join(import.meta.dirname, '..');
const maxEqual = 10;

interface Line {
  readonly at: string;
  readonly text: string;
}

/**
 * The lines of a source that count, without indentation. Lines of imports and comments do not, nor lines without a word: blanks
 * and brackets.
 * @param file the name that the places of the lines begin with
 */
function linesOf(file: string, source: string): Line[] {
  const withoutImports = source.replaceAll(/^(?:import|export) [^;'"]*from '[^']*';$/gm, (text) =>
    text.replaceAll(/[^\n]/g, ''),
  );
  return withoutImports.split('\n').flatMap((line, index) => {
    const text = line.trim();
    return /\w/.test(text) && !/^(?:\/\/|\/?\*)/.test(text) ? [{ at: `${file}:${index + 1}`, text }] : [];
  });
}

/** The places where a longest run of equal lines begins a second time, each with where it began first and its length. */
function duplicatesIn(files: readonly Line[][]): string[] {
  const seen = new Map<string, [file: number, index: number]>();
  const found: string[] = [];
  for (const [file, lines] of files.entries()) {
    let covered = 0;
    for (let index = 0; index + maxEqual < lines.length; index += 1) {
      const run = lines.slice(index, index + maxEqual + 1).map(({ text }) => text);
      const key = run.join('\n');
      const first = seen.get(key);
      if (!first) seen.set(key, [file, index]);
      if (!first || index < covered) continue;
      // A run may go on into lines that overlap with its first place, but not past it.
      const [other, start] = first;
      const equal = (length: number) => {
        const [one, two] = [files[other]?.[start + length], lines[index + length]];
        return one !== undefined && one.text === two?.text && (other !== file || start + length < index);
      };
      let length = 0;
      while (equal(length)) length += 1;
      if (length <= maxEqual) continue;
      covered = index + length;
      found.push(`${lines[index]?.at} = ${files[other]?.[start]?.at} (${length} lines)`);
    }
  }
  return found;
}

test('a duplicated run of more than ten lines is found, and a shorter one is not', () => {
  const block = (length: number, name = 'line') => Array.from({ length }, (_, index) => `${name}${index};`).join('\n');
  const find = (...sources: string[]) => duplicatesIn(sources.map((source, index) => linesOf(`${index}`, source)));
  expect(find(`a\n${block(11)}`, `b\n\n${block(11)}\nc`)).toEqual(['1:3 = 0:2 (11 lines)']);
  expect(find(`${block(12)}\nend\n${block(12)}`)).toEqual(['0:14 = 0:1 (12 lines)']);
  expect(find(block(14), block(14))).toEqual(['1:1 = 0:1 (14 lines)']);
  expect(find(`  ${block(11).replaceAll('\n', '\n\n  }\n  ')}`, block(11))).toHaveLength(1);
  expect(find(block(10), block(10))).toEqual([]);
  expect(find('same;\n'.repeat(15))).toEqual([]);
  expect(find(block(11), block(11).replace('line5;', '// One remark.\nline5;'))).toHaveLength(1);
  const imports = Array.from({ length: 11 }, (_, index) => `import {\n  a${index},\n} from './a.ts';`).join('\n');
  expect(find(imports, imports)).toEqual([]);
});

test('no run of more than ten equal lines is duplicated in src or test', () => {
  const files = globSync('{src,test}/**/*.{ts,sh}', { cwd: root }).filter((file) => !file.includes('/generated/'));
  expect(files.length).toBeGreaterThan(300);
  expect(duplicatesIn(files.sort().map((file) => linesOf(file, readFileSync(join(root, file), 'utf8'))))).toEqual([]);
});

import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { quoted, type Report, reportText } from '../../../src/platform/text/report.ts';

const reportOf = (texts: readonly string[]): Report => ({
  ...{ title: 'Week', startsOn: '2026-11-23', endsOn: '2026-11-29' },
  sections: [
    {
      ...{ kind: 'DONE', title: 'Done', summary: 'All.', count: texts.length },
      lines: texts.map((text) => ({ text: quoted(text), date: null, node: { type: 'Task', id: '1' } })),
    },
  ],
});

const hostile = [
  '# Heading',
  '1. Item',
  '- Item',
  '> Quote',
  '```',
  '***',
  '[a](javascript:alert(1))',
  '![a](https://example.com/a.png)',
  '<script>alert(1)</script>',
  '<!--',
  'https://example.com',
  'www.example.com',
  'ada@example.com',
  '&lt;',
  '| a | b |',
  '~~a~~',
  '[x] done',
  '[^1]: note',
  'a\n# b',
  'a\\',
  '`code`',
  '_a_',
  '  ',
  '\u2028# a',
  '$x$',
  '+',
  '=',
  '---',
];

test('as Markdown, a text is what it was, whatever it contains', () => {
  const text = fc.oneof(
    fc.constantFrom(...hostile),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'#*_[]()<>!`~|\\&-+.:1 \nahtps/@'.split('')) }),
  );
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
      const markdown = reportText(reportOf(texts), 'MARKDOWN');
      const { children } = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
      expect(children.map(({ type }) => type)).toEqual(['heading', 'heading', 'paragraph', 'list']);
      const [, , , list] = children;
      const items = list && 'children' in list ? list.children : [];
      expect(items).toHaveLength(texts.length);
      for (const [index, item] of items.entries()) {
        expect(textOf(item)).toBe(`${quoted(texts[index] ?? '')} Task:1`);
        const [paragraph] = 'children' in item ? item.children : [];
        const parts = paragraph && 'children' in paragraph ? paragraph.children : [];
        // An address may be clickable, as GitHub makes it of any text. It leads where it says.
        const leadsElsewhere = parts.filter(
          (part) => part.type !== 'text' && !(part.type === 'link' && part.url.endsWith(textOf(part))),
        );
        expect(leadsElsewhere.map(({ type }) => type)).toEqual(['inlineCode']);
      }
    }),
    { numRuns: 500 },
  );
});

test('as JSON, a report is itself, with the ids of its records', () => {
  const json = reportText(reportOf(['a "b"']), 'JSON');
  expect(json.endsWith('}\n')).toBe(true);
  expect(JSON.parse(json)).toEqual({
    ...{ title: 'Week', startsOn: '2026-11-23', endsOn: '2026-11-29' },
    sections: [
      {
        ...{ kind: 'DONE', title: 'Done', summary: 'All.', count: 1 },
        lines: [{ text: 'a "b"', date: null, node: 'Task:1' }],
      },
    ],
  });
});

test('a report by month tells of which months something is left out, and what it says as a whole', () => {
  const report = reportOf(['a']);
  const months = [
    { month: '2026-10', count: 2, shownCount: 0 },
    { month: '2026-11', count: 1, shownCount: 1 },
  ];
  const sections = report.sections.map((section) => ({ ...section, count: 3, months }));
  const whole = { ...report, summary: 'All *of* it.', sections };
  expect(reportText(whole, 'MARKDOWN')).toBe(
    '# Week\n\nAll \\*of\\* it.\n\n## Done\n\nAll.\n\n- a `Task:1`\n- And 2 more: 2 in 2026-10.\n',
  );
  expect(JSON.parse(reportText(whole, 'JSON'))).toMatchObject({ summary: 'All *of* it.', sections: [{ months }] });
});

test('a long text is cut after 200 characters, between characters', () => {
  expect(quoted('a\n\n b\t')).toBe('a b');
  expect(Array.from(quoted('😀'.repeat(201)))).toHaveLength(200);
  expect(quoted('😀'.repeat(201)).endsWith('😀…')).toBe(true);
  expect(quoted('😀'.repeat(200))).toBe('😀'.repeat(200));
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlOfText, textOfHtml } from '../../src/integrations/html.ts';

test('paragraphs, breaks and lists become lines, and entities characters', () => {
  expect(textOfHtml('<p>Call Ada</p><p>today&nbsp;&amp; tomorrow<br />or <strong>never</strong></p>')).toBe(
    'Call Ada\ntoday & tomorrow\nor never',
  );
  expect(textOfHtml('One\n  two<ul><li>three</li><li>four &mdash; &#x1F600;</li></ul>five')).toBe(
    'One two\nthree\nfour — 😀\nfive',
  );
  expect(textOfHtml('<div><p>a</p></div><br><br><br><br>b')).toBe('a\n\nb');
});

test('a link is followed by its address, unless that is its text; only addresses that people can open', () => {
  expect(textOfHtml('<p>See <a href="https://example.org/x">this</a>.</p>')).toBe('See this (https://example.org/x).');
  expect(textOfHtml('<a href="https://example.org">https://example.org</a>')).toBe('https://example.org');
  expect(textOfHtml('<a href="javascript:alert(1)">click</a>')).toBe('click');
});

test('scripts, styles, comments and broken tags leave nothing', () => {
  expect(textOfHtml('a<script>alert(1)</script><style>p{}</style><!-- b -->c<img src=x onerror=alert(1)>')).toBe('ac');
  expect(textOfHtml('<p>a<b<i>c</p')).not.toMatch(/[<>]/);
  expect(textOfHtml('<script>never closed')).toBe('');
  expect(textOfHtml('a\u0000b\u001b[31mc')).toBe('ab[31mc');
});

test('what is escaped is markup no more, and comes back as it was', () => {
  expect(htmlOfText('<b>"R&D"</b>\nit\'s')).toBe('&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;<br>it&#39;s');
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (lines) => {
      const text = lines.map((line) => line.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()).join('\n');
      const wanted = text.replaceAll(/\n{3,}/g, '\n\n').trim();
      expect(htmlOfText(text)).not.toMatch(/<(?!br>)|>(?<!<br>)/);
      expect(textOfHtml(htmlOfText(text))).toBe(wanted);
    }),
  );
});

import { expect, test } from 'vitest';
import { readAnkiText } from '../../../src/integrations/flashcards/anki-text.ts';

const pairs = (text: string) => readAnkiText(text).cards.map(({ question, answer }) => `${question} = ${answer}`);

test('directives say what separates, what is HTML, and what the columns are', () => {
  const { cards, unread } = readAnkiText(
    [
      '\uFEFF#separator:tab',
      '#html:true',
      '#guid column:1',
      '#notetype column:2',
      '#deck column:3',
      '#tags column:6',
      'a1\tBasic\tIT::Databases\tWhat is a <b>WAL</b>?\tA&nbsp;log<br>of writes\tdb sql',
      'a2\tBasic (and reversed card)\tIT\tHund\tdog\t',
    ].join('\r\n'),
  );
  expect(unread).toEqual([]);
  expect(cards).toEqual([
    {
      line: 7,
      key: 'a1\n1',
      deck: 'IT::Databases',
      question: 'What is a WAL?',
      answer: 'A log\nof writes',
      schedule: null,
    },
    { line: 8, key: 'a2\n1', deck: 'IT', question: 'Hund', answer: 'dog', schedule: null },
    { line: 8, key: 'a2\n2', deck: 'IT', question: 'dog', answer: 'Hund', schedule: null },
  ]);
});

test('quoted values have separators, quotes and line breaks; a quote that is not closed is text', () => {
  expect(pairs('"a;b";"says ""c"""\n"d\n\ne";f\n"g;h\ni;j')).toEqual([
    'a;b = says "c"',
    'd\n\ne = f',
    '"g = h',
    'i = j',
  ]);
});

test('rows without directives are read by what separates the first, and by the names of their columns', () => {
  expect(pairs('q\ta')).toEqual(['q = a']);
  expect(pairs('q,a\n\nq2,a2\n')).toEqual(['q = a', 'q2 = a2']);
  const { cards } = readAnkiText('Tags,Question,Answer,Deck\nx,q,a,D\n');
  expect(cards).toMatchObject([{ line: 2, question: 'q', answer: 'a', deck: 'D' }]);
});

test('columns are told by their names in any order, and further fields stand below the answer', () => {
  const columns = '#separator:Semicolon\n#columns:Back;Front;Deck;Sentence\nA;Q;D;S';
  expect(readAnkiText(columns).cards).toMatchObject([{ question: 'Q', answer: 'A\n\nS', deck: 'D' }]);
  expect(pairs('#separator:tab\n#notetype:Basic (and reversed card)\nF\tB\tX')).toEqual(['F = B\n\nX', 'B = F\n\nX']);
  expect(pairs('#separator:tab\n#notetype:Basic (optional reversed card)\nF\tB\ty')).toEqual(['F = B', 'B = F']);
  const { cards, warnings } = readAnkiText('Answer,Question,Id\na,q,7\n');
  expect([cards.length, cards[0]?.question]).toEqual([1, 'q']);
  expect(warnings).toEqual([{ line: 1, reason: 'The column "Id" is not imported.' }]);
});

test('clozes of one number are one card, and others are its siblings', () => {
  const text = '#separator:tab\n#notetype:Cloze\n{{c1::Paris}} and {{c1::Lyon}} are in {{c2::France::country}}\tmore';
  expect(readAnkiText(text).cards).toMatchObject([
    {
      key: expect.stringMatching(/\nc1$/),
      question: '[…] and […] are in France',
      answer: 'Paris and Lyon are in France\n\nmore',
    },
    { key: expect.stringMatching(/\nc2$/), question: 'Paris and Lyon are in [country]' },
  ]);
});

test('braces of what is hidden are no end of a cloze', () => {
  expect(pairs('{{c1::\\frac{a}{b}}} is a share\tyes')).toEqual(['[…] is a share = \\frac{a}{b} is a share\n\nyes']);
});

test('files that are made to be slow are read in little time', () => {
  const started = performance.now();
  for (const part of ['{{c1::', '"a\n', '"', '{{c1::a}}', '<a>', '\t"'])
    readAnkiText(part.repeat(300_000 / part.length));
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('a bad row costs no other, and is named by its line', () => {
  const { cards, unread } = readAnkiText('#separator:tab\n#notetype:Cloze\nno cloze\t\n\tanswer\n{{c1::x}}\n');
  expect(cards).toHaveLength(1);
  expect(unread).toEqual([
    { line: 3, reason: 'It is a cloze note without a cloze.' },
    { line: 4, reason: 'The question is empty.' },
  ]);
  expect(readAnkiText('only a question').unread).toEqual([{ line: 1, reason: 'The answer is empty.' }]);
});

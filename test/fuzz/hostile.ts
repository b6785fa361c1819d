import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { newId } from '../../src/platform/database/ids.ts';
import { anyValue } from '../isolation/walk.ts';
import type { Rows } from '../support/examples.ts';

/* Values that nobody means: the ends of each type, and what gets through a check that somebody forgot. */

/** A number that JSON can say and no double can hold. `asJson` writes it out. */
export const tooLarge = { tooLarge: '1e999' };

/** Variables as JSON, with the numbers that JavaScript does not have. */
export const asJson = (value: unknown): string => JSON.stringify(value).replaceAll('{"tooLarge":"1e999"}', '1e999');

const nul = '\0';

const texts: readonly string[] = [
  ...[
    '',
    ' ',
    nul,
    `a${nul}b`,
    `${nul}a`,
    '\ud800',
    'a\udfffb',
    '\u{10ffff}',
    '\ufeff',
    '\u202e\u2066',
    '\u2028',
    '\r\n',
    '\x1b[2J',
  ],
  ...['%', '_', '\\', "'; --", '"', '*', '(((', '$1', '?', '{}', '[]', 'null', '-1', '1e999', 'NaN', 'true'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  ...[
    'x'.repeat(5_000),
    'é'.repeat(100_000),
    'a '.repeat(50_000),
    '\u0301'.repeat(20_000),
    '%'.repeat(1_000),
    `${'['.repeat(10_000)}`,
  ],
  ...[
    'TODAY',
    'NOW',
    'P1D',
    'https://',
    `https://example.org/${nul}`,
    'javascript:alert(1)',
    'a@b',
    `a${nul}@example.org`,
    'ﬃ',
    'İ',
  ],
];

const dates: readonly string[] = [
  ...[
    '0001-01-01',
    '0001-01-02',
    '0001-12-31',
    '9999-01-01',
    '9999-12-30',
    '9999-12-31',
    '1970-01-01',
    '2024-02-29',
    'TODAY',
  ],
  ...[
    '0000-12-31',
    '-000001-01-01',
    '10000-01-01',
    '+010000-01-01',
    '2023-02-29',
    '2026-11-31',
    '275760-09-13',
    '2026-11-23T00:00:00Z',
  ],
  ...[
    'P1W',
    'P7973Y',
    'P9999Y',
    '-P2025Y',
    '-P9999Y',
    'P99999999999D',
    '-P99999999999D',
    'P',
    `P${'9'.repeat(400)}D`,
    'PT1H',
  ],
  ...['', ' ', nul, `2026-11-23${nul}`, '2026-11-23\n', '２０２６-11-23', 'x'.repeat(100_000)],
];

const moments: readonly string[] = [
  ...[
    '0001-01-01T00:00:00Z',
    '0001-01-01T00:00:00.001Z',
    '0001-01-01T12:00:00+12:00',
    '9999-12-31T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
  ],
  ...['9999-12-31T11:59:59.999-12:00', '1970-01-01T00:00:00Z', '2026-03-29T02:30:00+01:00', 'NOW', 'TODAY'],
  ...[
    '0000-12-31T23:59:59Z',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-12:00',
    '+010000-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
  ],
  ...[
    '+275760-09-13T00:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T23:59:60Z',
    '2026-11-23T00:00:00',
    '2026-11-23T00:00:00.0000000001Z',
  ],
  ...[
    'P7973Y',
    'P7972Y',
    '-P2025Y',
    '-P2024Y',
    'PT99999999999H',
    '-PT99999999999H',
    `PT${'9'.repeat(400)}S`,
    'P1D',
    '-PT90M',
  ],
  ...['', nul, `2026-11-23T00:00:00Z${nul}`, '2026-11-23', 'x'.repeat(100_000)],
];

const zones: readonly string[] = [
  ...[
    'UTC',
    'Etc/GMT+12',
    'Pacific/Kiritimati',
    'Pacific/Apia',
    'europe/berlin',
    'GMT0',
    'EST5EDT',
    'America/Sao_Paulo',
  ],
  ...['', nul, `UTC${nul}`, '+01:00', '-23:59', 'Nowhere/City', '__proto__', '../../etc/passwd', 'x'.repeat(100_000)],
];

const integers: readonly number[] = [
  0,
  1,
  -1,
  2,
  100,
  101,
  1_000,
  32_768,
  2 ** 31 - 1,
  -(2 ** 31),
  2 ** 31,
  1e10,
  1.5,
  -0,
];
const numbers: readonly unknown[] = [
  0,
  -0,
  1,
  -1,
  0.1,
  2 ** 31,
  2 ** 53,
  2 ** 53 + 2,
  1e308,
  -1e308,
  1e-308,
  5e-324,
  1e20,
  tooLarge,
];

function ids(rows: Rows): string[] {
  const own = Object.values(rows).flatMap(([first]) => first ?? []);
  const [task = ''] = rows.Task ?? [];
  const uuid = task.split(':')[1] ?? '';
  return [
    ...own,
    ...[
      uuid,
      task.toUpperCase(),
      `task:${uuid}`,
      `${task}:`,
      `${task}${nul}`,
      ` ${task}`,
      `Task:${newId()}`,
      `Task:${nul}`,
      'Task:',
      ':',
    ],
    ...[
      `Nope:${uuid}`,
      `__proto__:${uuid}`,
      `constructor:${uuid}`,
      `Account:${uuid}`,
      `Change:${uuid}`,
      `Query:${uuid}`,
      `RefreshToken:${uuid}`,
    ],
    ...['', nul, 'x', '0', '-1', Buffer.from(task).toString('base64'), 'x'.repeat(100_000), '\ud800'],
  ];
}

/** The hostile values of a place. */
export function hostile(type: GraphQLInputType, rows: Rows): unknown[] {
  const nullable = getNullableType(type);
  const nulls = isNonNullType(type) ? [] : [null];
  if (isListType(nullable)) {
    const inner = nullable.ofType as GraphQLInputType;
    const one = getNamedType(inner).name === 'ID' ? (rows.Task?.[0] ?? '') : anyValue(inner, rows.Task?.[0] ?? '');
    const some = hostile(inner, rows).filter((value) => value !== null);
    const times = (count: number) =>
      Array.from({ length: count }, (_, index) => some[index % Math.max(1, some.length)] ?? one);
    return [
      ...nulls,
      [],
      [one, one],
      Array(501).fill(one),
      Array(1_500).fill(one),
      Array(9_000).fill(one),
      Array(50_000).fill(one),
      ...(some.length > 0 ? [times(20), times(600)] : []),
    ];
  }
  if (isInputObjectType(nullable)) return nullable.isOneOf ? nulls : [...nulls, {}];
  if (isEnumType(nullable)) return [...nulls, ...nullable.getValues().map(({ name }) => name), 'NOPE', nul];
  const values: Record<string, readonly unknown[]> = {
    ID: ids(rows),
    String: texts,
    Int: integers,
    Float: numbers,
    Boolean: [true, false],
    Date: dates,
    DateTime: moments,
    TimeZone: zones,
  };
  return [...nulls, ...(values[getNamedType(nullable).name] ?? texts)];
}

/** Cursors made from a real one, with each of its values in turn replaced by another. */
export function forgedCursors(real: string | null): string[] {
  const write = (value: unknown) => Buffer.from(asJson(value)).toString('base64url');
  const made = [
    null,
    1,
    'a',
    [],
    {},
    [1],
    ['x', 1],
    [null, null],
    { date: '2026-01-01T00:00:00Z' },
    '['.repeat(5_000),
  ].map(write);
  if (real === null) return made;
  const values = JSON.parse(Buffer.from(real, 'base64url').toString()) as unknown[];
  const wrong = [
    ...[
      null,
      true,
      '',
      'a',
      `a${nul}b`,
      nul,
      '\ud800',
      'x'.repeat(10_000),
      0,
      -1,
      1.5,
      2 ** 31,
      -(2 ** 31) - 1,
      1e10,
      99999999999,
      1e308,
      tooLarge,
    ],
    ...[[], {}, ['a'], { not: 'a' }, { date: null }, { date: 'never' }, { date: 'a\0b' }],
    ...[
      '+275760-01-01T00:00:00Z',
      '-000001-01-01T00:00:00Z',
      '0000-01-01T00:00:00.000Z',
      '+010000-01-01T00:00:00.000Z',
      '2026-01-01T00:00:00.000Z',
    ].map((date) => ({ date })),
    ...[{ date: '0001-01-01T00:00:00.000Z' }, { date: '9999-12-31T23:59:59.999Z' }, newId()],
  ];
  const replaced = values.flatMap((_, place) => wrong.map((value) => write(values.with(place, value))));
  return [
    ...made,
    real,
    real.slice(0, -3),
    `${real}${real}`,
    `${real}\0`,
    write([...values, 1]),
    write(values.slice(0, -1)),
    ...replaced,
  ];
}

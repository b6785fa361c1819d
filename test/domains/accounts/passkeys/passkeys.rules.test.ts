import { expect, test } from 'vitest';
import { isCounterBack, relyingPartyOf } from '../../../../src/domains/accounts/passkeys/passkeys.rules.ts';

const party = (publicUrl: string, ...corsOrigins: string[]) => relyingPartyOf({ publicUrl, corsOrigins });

test('passkeys belong to the domain of the public origin, and a loopback address stands for localhost', () => {
  expect(party('https://waymark.example.org')).toEqual({
    id: 'waymark.example.org',
    origins: ['https://waymark.example.org'],
  });
  expect(party('http://127.0.0.1:4000')).toEqual({ id: 'localhost', origins: ['http://localhost:4000'] });
  expect(party('http://[::1]:4000')).toEqual({ id: 'localhost', origins: ['http://localhost:4000'] });
  expect(party('http://localhost:4000')).toEqual({ id: 'localhost', origins: ['http://localhost:4000'] });
  for (const origin of ['http://192.168.0.7:4000', 'https://[2001:db8::1]', 'http://0.0.0.0:4000'])
    expect(party(origin)).toBeNull();
});

test('of further origins, those on the domain or below it may use them', () => {
  const { origins } = party(
    'https://example.org',
    'https://example.org:8443',
    'https://a.b.example.org',
    'https://example.org.evil.test',
    'https://notexample.org',
    'http://localhost:5173',
  ) ?? { origins: [] };
  expect(origins).toEqual(['https://example.org', 'https://example.org:8443', 'https://a.b.example.org']);
  expect(party('http://127.0.0.1:4000', 'http://localhost:5173')?.origins).toContain('http://localhost:5173');
});

test('a counter has to rise, unless the authenticator never counts', () => {
  for (const [stored, given, isBack] of [
    [0, 0, false],
    [0, 1, false],
    [5, 6, false],
    [5, 5, true],
    [5, 4, true],
    [5, 0, true],
  ] as const)
    expect([stored, given, isCounterBack(stored, given)]).toEqual([stored, given, isBack]);
});

import { emailAddress as anyAddress, assert, constantFrom, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { emailAddress, mentionKey, normalizeMention } from '../../../../src/domains/people/people/people.rules.ts';

test('an address is trimmed and kept in lower case', () => {
  expect(emailAddress.parse('  Mara@Work.Example ')).toBe('mara@work.example');
  for (const bad of ['', 'mara', 'mara@', '@work.example', 'a b@work.example', `${'a'.repeat(250)}@x.org`]) {
    expect(emailAddress.safeParse(bad).success).toBe(false);
  }
});

test('a mention without a name takes the part of the address before the at-sign; without either it stays empty', () => {
  expect(normalizeMention({ name: ' Mara ', email: ' Mara@X.org ' })).toEqual({ name: 'Mara', email: 'mara@x.org' });
  expect(normalizeMention({ name: ' ', email: 'Dan@x.org' })).toEqual({ name: 'dan', email: 'dan@x.org' });
  for (const empty of [{}, { name: null, email: null }, { name: ' ', email: '\t' }]) {
    expect(normalizeMention(empty)).toEqual({ name: '', email: '' });
  }
});

test('the key of a mention depends on the address alone if there is one, and never on case or spaces', () => {
  const spaces = constantFrom('', ' ', '\n');
  assert(
    property(record({ name: string(), other: string(), email: anyAddress(), spaces }), (given) => {
      const one = normalizeMention({ name: given.name, email: given.email });
      const same = normalizeMention({
        name: given.other,
        email: `${given.spaces}${given.email.toUpperCase()}${given.spaces}`,
      });
      expect(mentionKey(same)).toBe(mentionKey(one));
      // A name that looks like a key for an address is still a name.
      expect(mentionKey(normalizeMention({ name: given.email }))).not.toBe(mentionKey(one));
    }),
  );
});

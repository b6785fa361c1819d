import { emailAddress as anyAddress, assert, constantFrom, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { emailAddress, meant, modelKeyOf } from '../../../../src/domains/people/people/people.rules.ts';

test('an address is kept in lower case and without the spaces around it', () => {
  expect(emailAddress.parse('  Mara@Work.Example ')).toBe('mara@work.example');
  for (const bad of ['', 'mara', 'mara@', '@work.example', 'a b@work.example', `${'a'.repeat(250)}@x.org`]) {
    expect(emailAddress.safeParse(bad).success).toBe(false);
  }
});

test('somebody without a name is called by what stands before the at-sign, and without either there is nobody', () => {
  expect(meant({ name: ' Mara ', email: ' Mara@X.org ' })).toEqual({ name: 'Mara', email: 'mara@x.org' });
  expect(meant({ name: ' ', email: 'Dan@x.org' })).toEqual({ name: 'dan', email: 'dan@x.org' });
  for (const nobody of [{}, { name: null, email: null }, { name: ' ', email: '\t' }]) {
    expect(meant(nobody)).toEqual({ name: '', email: '' });
  }
});

test('who is meant depends on the address alone where there is one, and never on case or spaces', () => {
  const spaces = constantFrom('', ' ', '\n');
  assert(
    property(record({ name: string(), other: string(), email: anyAddress(), spaces }), (given) => {
      const one = meant({ name: given.name, email: given.email });
      const same = meant({ name: given.other, email: `${given.spaces}${given.email.toUpperCase()}${given.spaces}` });
      expect(modelKeyOf(same)).toBe(modelKeyOf(one));
      // A name that looks like a key for an address is still a name.
      expect(modelKeyOf(meant({ name: given.email }))).not.toBe(modelKeyOf(one));
    }),
  );
});

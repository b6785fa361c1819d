import { expect, test } from 'vitest';
import { parseContentLine } from '../../../src/integrations/ics/content-line.ts';

test('the value begins at the address, also if a quoted name looks like one or a name is not quoted', () => {
  const address = (line: string) => {
    const property = parseContentLine(line);
    return [property?.parameters.get('CN'), property?.value];
  };
  expect(address('ORGANIZER;CN=":/":mailto:a@example.org')).toEqual([':/', 'mailto:a@example.org']);
  expect(address('ATTENDEE;CN="http://a":mailto:a@example.org')).toEqual(['http://a', 'mailto:a@example.org']);
  expect(address('ATTENDEE;CN=Team: Ada:mailto:a@example.org')).toEqual(['Team: Ada', 'mailto:a@example.org']);
  expect(address('ATTENDEE;CN="Ada:mailto:a@example.org')[1]).toBe('mailto:a@example.org');
});

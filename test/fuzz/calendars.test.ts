import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';
import { leaveToCI, tries } from '../support/services.ts';
import { exportOf, importInto } from '../support/transfer.ts';
import { hostileCalendars } from './calendars.ts';

const windows = [{}, { from: '9998-01-01', to: '9999-12-31' }, { from: '0001-01-01', to: '0003-01-01' }];

test('whatever a calendar file has in it is taken or left out, and what is taken can be exported and imported', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const ada = await app.person();
  const results = new Map<string, number>();
  const step = Math.round(hostileCalendars.length / tries(hostileCalendars.length));
  for (const [index, ics] of hostileCalendars.entries()) {
    if (index % step > 0) continue;
    const isTimed = /^(DTSTART:|RRULE:FREQ=)/m.test(ics.replace('DTSTART:20261126T100000Z', ''));
    for (const window of isTimed ? windows : [{}]) {
      // A UID of its own, so that none of them changes the meetings of another one.
      const input = { ics: ics.replace('UID:1\r\n', `UID:${index}\r\n`), ...window };
      const { __typename: result } = await ada.mutate('importMeetings', input, 'createdCount');
      results.set(result, (results.get(result) ?? 0) + 1);
    }
  }
  // One bad event never refuses a file: it is left out and named.
  expect([...results.keys()]).toEqual(['ImportMeetingsPayload']);
  const text = await exportOf(app, ada.email);
  const there = await createTestApp();
  await importInto(there, ada.email, text);
  expect(await exportOf(there, ada.email)).toBe(text);
});

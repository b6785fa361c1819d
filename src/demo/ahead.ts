import { createMeetingSeries } from '../domains/meetings/series/series.service.ts';
import type { DemoDay } from './day.ts';
import type { World } from './world.ts';

/** Today: a series with a rule of its own, which makes its meetings ahead. */
export async function planAhead(day: DemoDay, world: World): Promise<void> {
  if (day.when !== 'TODAY') return;
  await createMeetingSeries(day.at('08:05'), {
    title: 'Look back at the month',
    description: 'What the month brought, and what the next one is for.',
    ...{ rule: 'FREQ=MONTHLY;BYDAY=-1FR', timeOfDay: '15:00', durationMinutes: 45 },
    attendeeIds: [world.people.get('Samuel Adeyemi') ?? ''],
    agenda: ['What went well', 'What to do otherwise'],
    preparation: ['Read the reviews of the weeks'],
  });
}

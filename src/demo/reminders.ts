import { setEnergySampling } from '../domains/energy/sampling/sampling.service.ts';
import { createReminder } from '../domains/tasks/reminders/reminders.service.ts';
import type { DemoDay, Met } from './day.ts';

/** Today and ahead: prompts for energy, a reminder before the first meeting of a day with one other person, and of days that need something. */
export async function remind(day: DemoDay, meetings: readonly Met[]): Promise<void> {
  if (day.when === 'PAST') return;
  const ctx = day.at('08:10');
  if (day.when === 'TODAY') {
    await setEnergySampling(day.at('08:00'), {
      windows: [{ from: '09:00', to: '18:00' }],
      ...{ promptsPerDay: 4, minSpacingMinutes: 60 },
      ...{ expiresAfterMinutes: null, isMailed: null, isEnabled: null, ifVersion: null },
    });
    const { calendar } = ctx;
    const tomorrow = calendar.addDays(calendar.today, 1);
    await createReminder(ctx, { title: 'Bring the signed contract', date: tomorrow, timeOfDay: '08:30' });
    return;
  }
  const single = meetings.find(({ personId }) => personId !== null);
  if (single) await createReminder(ctx, { aboutId: { type: 'Meeting', id: single.id }, minutesBefore: 10 });
}

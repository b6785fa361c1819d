import type { FakeCalendar } from './fakes/graph/calendar.ts';
import { connectOutlook, outlookScene } from './integrations.ts';
import type { CalendarScene } from './outlook.ts';

/** Ada's Outlook, which may be written to, after its first sync. */
export async function writableScene(fill: (calendar: FakeCalendar) => void = () => {}): Promise<CalendarScene> {
  const scene = await outlookScene();
  const calendar = scene.fake.calendarOf('ada');
  fill(calendar);
  const { id } = await connectOutlook(scene, ['WRITE_CALENDAR']);
  await scene.app.worker.work();
  return { ...scene, calendar, id };
}

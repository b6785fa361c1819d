import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  follow,
  meetingSubject,
  momentOf,
  nextDue,
  type Standing,
  type Subject,
  taskSubject,
} from '../../../../src/domains/tasks/reminders/reminders.plans.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';

const base = new Date('2026-11-23T09:00:00Z').getTime();
const at = (minutes: number) => new Date(base + minutes * 60_000);
const calendarAt = (now: Date) =>
  createCalendar(now, { timeZone: 'Europe/Berlin', dayStartsAt: '04:00', weekStartsOn: 'MONDAY' });

const timing = fc.oneof(
  fc.nat({ max: 10_000 }).map((minutes) => ({ at: at(minutes), minutesBefore: null, timeOfDay: null })),
  fc.nat({ max: 600 }).map((minutesBefore) => ({ at: null, minutesBefore, timeOfDay: null })),
  fc.constantFrom('00:30', '08:00', '21:15').map((timeOfDay) => ({ at: null, minutesBefore: null, timeOfDay })),
);

const subject: fc.Arbitrary<Subject> = fc
  .record({ minutes: fc.option(fc.integer({ min: -2_000, max: 10_000 })), isOpen: fc.boolean() })
  .map(({ minutes, isOpen }) => {
    const startsAt = minutes === null ? null : at(minutes);
    return { startsAt, day: startsAt && calendarAt(at(0)).dayOf(startsAt), isOpen };
  });

/** What happens to a reminder: what it is about changes, time passes, or its person answers it. */
type Step = { kind: 'change'; to: Subject } | { kind: 'pass'; minutes: number } | { kind: 'snooze' | 'dismiss' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('change' as const), to: subject }),
  fc.record({ kind: fc.constant('pass' as const), minutes: fc.nat({ max: 3_000 }) }),
  fc.record({ kind: fc.constantFrom('snooze' as const, 'dismiss' as const) }),
);

test('whatever happens, it fires once for each moment or snooze, never for what is over, and is never due in vain', () => {
  fc.assert(
    fc.property(timing, subject, fc.array(step, { maxLength: 25 }), (when, first, steps) => {
      let now = at(0);
      let about = first;
      let standing: Standing = { dueAt: null, firedAt: null, dismissedAt: null, snoozedUntil: null };
      standing.dueAt = nextDue({ ...when, ...standing }, about, calendarAt(now));
      // The moment of the last firing, until something allows another one.
      let spent: number | null = null;
      const faults: string[] = [];
      for (const one of steps) {
        const calendar = calendarAt(now);
        if (one.kind === 'change') {
          const [was, is] = [momentOf(when, about, calendar), momentOf(when, one.to, calendar)];
          if (was?.getTime() !== is?.getTime()) spent = null;
          standing = { ...standing, ...follow({ ...when, ...standing }, about, one.to, calendar) };
          about = one.to;
        }
        if (one.kind === 'snooze' && about.isOpen) {
          const until = new Date(now.getTime() + 300_000);
          standing = { ...standing, snoozedUntil: until, dueAt: until, dismissedAt: null };
          spent = null;
        }
        if (one.kind === 'dismiss') standing = { ...standing, dismissedAt: now, snoozedUntil: null, dueAt: null };
        if (one.kind === 'pass') {
          now = new Date(now.getTime() + one.minutes * 60_000);
          const { dueAt } = standing;
          if (dueAt && dueAt <= now) {
            if (!about.isOpen) faults.push('fired what is over');
            if (spent !== null) faults.push('fired twice');
            spent = dueAt.getTime();
            standing = { ...standing, firedAt: now, dueAt: null, snoozedUntil: null };
          }
        }
        // It waits only for what is open, and not if it was dismissed.
        if (standing.dueAt && (!about.isOpen || standing.dismissedAt)) faults.push('waits in vain');
      }
      expect(faults).toEqual([]);
    }),
  );
});

test('a change that moves nothing changes nothing', () => {
  fc.assert(
    fc.property(timing, subject, fc.boolean(), (when, about, hasFired) => {
      const firedAt = hasFired ? at(-1) : null;
      const reminder = { ...when, dueAt: null, firedAt, dismissedAt: null, snoozedUntil: null };
      expect(follow(reminder, about, { ...about }, calendarAt(at(0)))).toBe(null);
    }),
  );
});

test('what it is about is over once it is done, cancelled, declined or in the trash', () => {
  const calendar = calendarAt(at(0));
  const task = { status: 'TODO' as const, scheduledOn: '2026-11-23', scheduledAt: null, trashedAt: null };
  expect(taskSubject(task, calendar)).toEqual({ startsAt: null, day: '2026-11-23', isOpen: true });
  expect(taskSubject({ ...task, status: 'IN_PROGRESS' }, calendar).isOpen).toBe(true);
  for (const over of [{ status: 'DONE' as const }, { status: 'CANCELLED' as const }, { trashedAt: at(0) }]) {
    expect(taskSubject({ ...task, ...over }, calendar).isOpen).toBe(false);
  }
  const meeting = {
    ...{ status: 'TENTATIVE' as const, startsAt: at(0), startsOn: null, myResponse: null, trashedAt: null },
  };
  expect(meetingSubject(meeting, calendar)).toEqual({ startsAt: at(0), day: '2026-11-23', isOpen: true });
  for (const over of [{ status: 'CANCELLED' as const }, { myResponse: 'DECLINED' as const }, { trashedAt: at(0) }]) {
    expect(meetingSubject({ ...meeting, ...over }, calendar).isOpen).toBe(false);
  }
});

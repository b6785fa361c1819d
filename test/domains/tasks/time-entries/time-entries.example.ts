import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['tasks'],
  async populate({ id, make, mark, own, rows }) {
    const taskId = own('Task');
    const of = (hour: string) => ({ startedAt: `2026-11-20T${hour}:00:00Z`, endedAt: `2026-11-20T${hour}:30:00Z` });
    const entry = await id('createTimeEntry', { taskId, notes: mark, ...of('09') });
    const ofGone = await id('createTimeEntry', { taskId: rows('Task')[3], notes: mark, ...of('10') });
    const gone = await id('createTimeEntry', { taskId, notes: mark, ...of('11') });
    await make('trash', { id: gone });
    const { timer } = await make('startTimer', { taskId, notes: mark }, 'timer { id }');
    return { TimeEntry: [entry, ofGone, gone], TaskTimer: [timer.id] };
  },
  inputs: {
    createTimeEntry: (own) => ({
      taskId: own('Task'),
      ...{ startedAt: '2026-11-19T09:00:00Z', endedAt: '2026-11-19T10:00:00Z' },
    }),
    updateTimeEntry: (own) => ({ id: own('TimeEntry'), taskId: own('Task'), notes: 'Changed' }),
    startTimer: (own) => ({ taskId: own('Task') }),
  },
  bounded: { 'Query.timeEntryStats': 'At most 1,000 groups and periods; more is refused.' },
};

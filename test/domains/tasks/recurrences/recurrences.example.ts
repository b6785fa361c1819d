import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['tasks', 'labels', 'goals', 'skills'],
  async populate({ id, make, mark, own, person }) {
    const repeated = async (title: string) => {
      const recurrence = { rule: 'FREQ=WEEKLY', exceptions: ['P14D'] };
      const about = { labelIds: [own('Label')], goalId: own('Goal'), skillIds: [own('Skill')] };
      const task = await id('createTask', { title: `${mark} ${title}`, scheduledOn: 'TODAY', ...about, recurrence });
      const query = 'query ($id: ID!) { task(id: $id) { recurrence { id } } }';
      const read = async () => (await person.query(query, { id: task })).task.recurrence;
      return { task, read };
    };
    const weekly = await repeated('repeated');
    await make('completeTask', { id: weekly.task });
    const { id: recurrenceId } = await weekly.read();
    const gone = await repeated('trashed');
    return { Recurrence: [recurrenceId, (await gone.read()).id] };
  },
  async finish({ make, rows }) {
    await make('trash', { id: rows('Recurrence')[1] });
  },
  inputs: {
    repeatTask: (own) => ({ id: own('Task'), rule: 'FREQ=DAILY' }),
    updateRecurrence: (own) => ({ id: own('Recurrence'), rule: 'FREQ=MONTHLY', timeOfDay: '09:00' }),
  },
  bounded: {
    'Recurrence.nextOccurrences': 'At most 100, by `first`.',
    'RecurrencePreview.nextOccurrences': 'At most 100, by `first`.',
  },
};

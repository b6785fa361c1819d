import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['tasks'],
  async populate({ person, own }) {
    const query = 'query ($id: ID!) { task(id: $id) { parent { plans { nodes { id } } } } }';
    const { task } = await person.query(query, { id: own('Task') });
    return { TaskPlan: task.parent.plans.nodes.map(({ id }: { id: string }) => id) };
  },
  inputs: {},
  bounded: {
    'Query.taskPlanStats': 'At most 1,000 groups and periods; more is refused.',
  },
};

import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['todo-items'],
  inputs: { repeatInTodo: (own) => ({ id: own('Task'), rule: 'FREQ=WEEKLY' }) },
};

import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  // When all others have their rows, so that its change set is on the first page of them, however many they are.
  async finish({ make, person, mark }) {
    await make('createLabel', { name: `Only so that it was made ${mark}` });
    const { changeSets } = await person.query('{ changeSets(first: 1) { nodes { id } } }');
    return { ChangeSet: [changeSets.nodes[0].id] };
  },
  bounded: {
    'ChangePage.changes': 'As many as were asked for, at most 100.',
    'ConflictError.nodes': 'At most 100 are named.',
    'NodeChange.fields': 'The fields of one row, and what one change set did to its parts.',
  },
};

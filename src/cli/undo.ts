import { dataOf, errorFields, type MutationResult, requireDone } from '../mcp/answers.ts';
import { clientOptions, clientUsage, withClient } from './client.ts';
import { defineCommand, print, UsageError } from './command.ts';

const document = `mutation Undo($input: UndoChangeSetInput!) {
  undoChangeSet(input: $input) { ${errorFields} ... on UndoChangeSetPayload { changeSet { id } } }
}`;

export const undo = defineCommand({
  name: 'undo',
  usage: `<id of a change set> [--json] ${clientUsage}`,
  summary: 'undo a change set, such as that of a task that was added',
  options: clientOptions,
  files: 1,
  async run(config, { json, ...connection }, [changeSetId]) {
    if (changeSetId === undefined) throw new UsageError('Name the change set to undo.');
    return withClient(config, connection, async ({ ask }) => {
      const data = dataOf<{ undoChangeSet: MutationResult }>(await ask(document, { input: { changeSetId } }));
      const { changeSet = null } = requireDone(data.undoChangeSet);
      if (json) return print(JSON.stringify({ changeSet }));
      return print(changeSet ? `Undone. Undo that by: waymark undo ${changeSet.id}` : 'There was nothing to undo.');
    });
  },
});

import { expect, test } from 'vitest';
import type { Person } from '../../../support/app.ts';
import { adaAndBob, ownIn } from '../../../support/examples.ts';
import { leaveToCI } from '../../../support/services.ts';
import { createOnOtherEngine, exportOf, importInto, signInThere } from '../../../support/transfer.ts';

const query = `query ($after: String) { changeSets(first: 20, after: $after) { pageInfo { hasNextPage endCursor } nodes {
  name changes(first: 100) { nodes { type nodeId action fields { name before after } } }
} } }`;

/** The whole history as a text, with each id by the number of its first place: those of new records differ. */
async function historyOf(person: Person): Promise<string> {
  const all: unknown[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { changeSets } = await person.query(query, { after });
    all.push(...changeSets.nodes);
    ({ hasNextPage: more, endCursor: after } = changeSets.pageInfo);
  }
  const ids = new Map<string, number>();
  const numberOf = (id: string) => ids.get(id) ?? ids.set(id, ids.size).size;
  return JSON.stringify(all.reverse(), null, 1).replaceAll(
    /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    (id) => `#${numberOf(id)}`,
  );
}

test('history is the same on both engines: its order, that of fields, and that of the keys in their values', async (context) => {
  leaveToCI(context);
  const { app, ada, hers } = await adaAndBob();
  const { app: there, remove } = await createOnOtherEngine(context);
  try {
    await importInto(there, ada.email, await exportOf(app, ada.email));
    const own = ownIn(hers);
    const levels = [
      { level: 2, summary: 'Second', signals: ['b', 'a'], examples: ['z'] },
      { level: 1, summary: 'First', examples: ['y'], signals: [] },
    ];
    for (const person of [ada, await signInThere(there, ada.email)]) {
      await person.mutate('updateSkill', { id: own('Skill'), levels });
      await person.mutate('updateSkill', { id: own('Skill'), levels: levels.slice(1) });
      for (const type of ['Skill', 'Goal', 'Person', 'Task', 'Meeting', 'Label', 'Framework']) {
        for (const id of hers[type] ?? []) await person.mutate('trash', { id });
      }
      expect((await person.mutate('emptyTrash', {}, 'deleted { count }')).deleted.length).toBeGreaterThan(5);
    }
    expect(await historyOf(await signInThere(there, ada.email))).toBe(await historyOf(ada));
  } finally {
    await remove();
  }
});

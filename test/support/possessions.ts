import { createSignInLink } from '../../src/domains/sessions/sessions.service.ts';
import type { SignedInPerson, TestApp } from './app.ts';

/** Gives somebody at least one row of everything that a person can have. */
export async function giveEverything(app: TestApp, person: SignedInPerson): Promise<void> {
  const label = await person.mutate('createLabel', { name: 'Deep work', colour: '#112233' });
  const parent = await person.mutate('createTask', { title: 'Write', labelIds: [label.id] });
  await person.mutate('createTask', { title: 'Outline', parentId: parent.id });
  await person.mutate('setDailyFocus', { intention: 'One thing', taskIds: [parent.id] });
  await person.mutate('createEnergyEntry', { energy: 4, taskId: parent.id, labelIds: [label.id] });
  await person.mutate('recordEngagement', { score: 4 });
  await person.mutate('createAccessToken', { name: 'script', scopes: ['READ'] }, 'token');
  await createSignInLink(app.systemContext(), person.id.slice('Account:'.length));
}

import type { Person } from './app.ts';

/** Creates skills of one category, in a framework of its own. Returns their ids. */
export async function createSkills(person: Person, ...names: string[]): Promise<string[]> {
  const { id: frameworkId } = await person.mutate('createFramework', { name: 'Ladder' });
  const { id: categoryId } = await person.mutate('createSkillCategory', { frameworkId, name: 'Craft' });
  const ids: string[] = [];
  for (const name of names) ids.push((await person.mutate('createSkill', { categoryId, name })).id);
  return ids;
}

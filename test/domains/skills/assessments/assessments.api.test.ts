import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import { createSkills } from '../../../support/skills.ts';

test('assessments are filtered by each of their fields, their skill and person, and sorted', async () => {
  const ada = await (await createTestApp()).person();
  const [writing, listening] = await createSkills(ada, 'Writing', 'Listening');
  const { id: ann } = await ada.mutate('createPerson', { name: 'Ann' });
  const assess = (notes: string, input: object) => ada.mutate('createAssessment', { notes, ...input });
  await assess('a', { skillId: writing, level: 2, source: 'SELF', assessedOn: '-P2D' });
  await assess('b', { skillId: writing, level: 3, source: 'PEER', personId: ann, confidence: 4, assessedOn: '-P1D' });
  await assess('c', { skillId: listening, level: 4, source: 'MANAGER' });
  const list = async (args: string) =>
    (await ada.query(`{ assessments(${args}) { nodes { notes } } }`)).assessments.nodes
      .map(({ notes }: { notes: string }) => notes)
      .join(' ');
  for (const [filter, expected] of [
    [`{ skillId: { eq: "${writing}" } }`, 'b a'],
    ['{ skill: { name: { eq: "listening" } } }', 'c'],
    ['{ skill: { category: { name: { eq: "craft" } } } }', 'c b a'],
    [`{ personId: { eq: "${ann}" } }`, 'b'],
    ['{ person: { name: { startsWith: "an" } } }', 'b'],
    ['{ person: {} }', 'b'],
    // No person is none by this name, too.
    ['{ not: { person: { name: { startsWith: "an" } } } }', 'c a'],
    ['{ level: { gte: 3 } }', 'c b'],
    ['{ source: { in: [SELF, PEER] } }', 'b a'],
    ['{ confidence: { isNull: false } }', 'b'],
    ['{ notes: { eq: "B" } }', 'b'],
    ['{ assessedOn: { lt: "TODAY" } }', 'b a'],
    ['{ createdAt: { lt: "NOW" } }', ''],
    ['{ updatedAt: { lte: "NOW" } }', 'c b a'],
  ]) {
    expect([filter, await list(`filter: ${filter}`)]).toEqual([filter, expected]);
  }
  expect(await list('orderBy: { field: LEVEL, direction: DESC }')).toBe('c b a');
  await ada.mutate('trash', { id: ann });
  expect(await list('filter: { person: {} }, first: 5')).toBe('');
});

test('targets of all skills are listed, filtered by their skill, and sorted', async () => {
  const ada = await (await createTestApp()).person();
  const [writing, listening] = await createSkills(ada, 'Writing', 'Listening');
  await ada.mutate('createSkillTarget', { skillId: writing, level: 3, setOn: '-P9D', dueOn: 'P9D' });
  await ada.mutate('createSkillTarget', { skillId: writing, level: 4, setOn: '-P1D' });
  await ada.mutate('createSkillTarget', { skillId: listening, level: 5 });
  const levels = async (args = '') =>
    (await ada.query(`{ skillTargets${args} { nodes { level } } }`)).skillTargets.nodes
      .map(({ level }: { level: number }) => level)
      .join(' ');
  expect(await levels()).toBe('5 4 3');
  expect(await levels('(filter: { skill: { name: { eq: "writing" } } })')).toBe('4 3');
  expect(await levels('(filter: { not: { skill: { name: { eq: "writing" } } } })')).toBe('5');
  expect(await levels('(filter: { dueOn: { isNull: false } })')).toBe('3');
  expect(await levels('(orderBy: { field: DUE_ON })')).toMatch(/^3/);
  await ada.mutate('trash', { id: listening });
  expect(await levels()).toBe('4 3');
});

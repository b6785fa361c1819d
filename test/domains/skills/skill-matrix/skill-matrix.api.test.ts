import { expect, test } from 'vitest';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';
import { forget } from '../../../support/history.ts';
import { scripted } from '../../../support/scripts.ts';
import { leaveToCI } from '../../../support/services.ts';
import { createSkills } from '../../../support/skills.ts';

const level = '{ level assessmentCount latestOn assessments { level person { name } } }';
const matrix = `query ($asOf: Date) { skillMatrix(asOf: $asOf) { asOf categories { name category { name framework { name } } skills {
  name skill { name category { name } } self ${level} peer ${level} manager ${level} level n target { level dueOn } targetLevel gap
} } } }`;

test('the matrix has an entry for each skill, with the assessed levels, the target and the gap', async () => {
  const ada = await (await createTestApp()).person();
  const [writing = '', listening = ''] = await createSkills(ada, 'Writing', 'Listening');
  const { id: ann } = await ada.mutate('createPerson', { name: 'Ann' });
  const { id: ben } = await ada.mutate('createPerson', { name: 'Ben' });
  const assess = (input: object) => ada.mutate('createAssessment', { skillId: writing, ...input });
  await assess({ level: 4, source: 'SELF' });
  await assess({ level: 2, source: 'PEER', personId: ann });
  await assess({ level: 3, source: 'PEER', personId: ben });
  await ada.mutate('createSkillTarget', { skillId: writing, level: 5, dueOn: '2027-06-30' });
  const { skillMatrix } = await ada.query(matrix);
  expect(skillMatrix).toEqual({
    asOf: '2026-11-23',
    categories: [
      {
        name: 'Craft',
        category: { name: 'Craft', framework: { name: 'Ladder' } },
        skills: [
          {
            name: 'Writing',
            skill: { name: 'Writing', category: { name: 'Craft' } },
            self: { level: 4, assessmentCount: 1, latestOn: '2026-11-23', assessments: [{ level: 4, person: null }] },
            peer: {
              level: 2.5,
              assessmentCount: 2,
              latestOn: '2026-11-23',
              assessments: expect.arrayContaining([
                { level: 2, person: { name: 'Ann' } },
                { level: 3, person: { name: 'Ben' } },
              ]),
            },
            manager: null,
            level: 2.5,
            n: 2,
            target: { level: 5, dueOn: '2027-06-30' },
            targetLevel: 5,
            gap: 2.5,
          },
          {
            name: 'Listening',
            skill: { name: 'Listening', category: { name: 'Craft' } },
            self: null,
            peer: null,
            manager: null,
            level: null,
            n: 0,
            target: null,
            targetLevel: null,
            gap: null,
          },
        ],
      },
    ],
  });
  // A skill in the trash is left out.
  await ada.mutate('trash', { id: listening });
  expect((await ada.query(matrix)).skillMatrix.categories[0].skills).toHaveLength(1);
});

test('the matrix of a past day has what was there at its end, and of that the assessments and targets until then', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const [skillId] = await createSkills(ada, 'Writing');
  const assess = (assessedOn: string, to: number) =>
    ada.mutate('createAssessment', { skillId, level: to, source: 'SELF', assessedOn });
  await assess('2026-11-22', 1);
  await ada.mutate('createSkillTarget', { skillId, level: 2, setOn: '2026-11-20' });
  await ada.mutate('createSkillTarget', { skillId, level: 4, setOn: '2026-11-25' });
  app.clock.set('2026-11-24T09:00:00Z');
  const { id: later } = await assess('2026-11-24', 3);
  const on = async (asOf: string) => {
    const [row] = (await ada.query(matrix, { asOf })).skillMatrix.categories[0]?.skills ?? [];
    return row && [row.level, row.targetLevel, row.gap];
  };
  // It was assessed as of the day before, but nobody could know that then.
  expect(await on('2026-11-22')).toBeUndefined();
  const before = await ada.query('{ skillMatrix(asOf: "2026-11-22") { state missing historySince } }');
  expect(before.skillMatrix).toEqual({
    ...{ state: 'NOT_ENOUGH_DATA', missing: 'Your account was created on 2026-11-23.', historySince: null },
  });
  expect(await on('2026-11-23')).toEqual([1, 2, 1]);
  expect(await on('2026-11-24')).toEqual([3, 2, 0]);
  expect(await on('2026-11-25')).toEqual([3, 4, 1]);
  app.clock.set('2026-11-26T09:00:00Z');
  expect(await on('TODAY')).toEqual([3, 4, 1]);
  await ada.mutate('trash', { id: later });
  expect([await on('TODAY'), await on('2026-11-25')]).toEqual([
    [1, 4, 3],
    [3, 4, 1],
  ]);
  await ada.mutate('restore', { id: later });
  expect(await on('TODAY')).toEqual([3, 4, 1]);
});

test('what has been permanently deleted since is still counted and named', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const [skillId = ''] = await createSkills(ada, 'Writing');
  const { id } = await ada.mutate('createAssessment', { skillId, level: 2, source: 'SELF' });
  const { id: target } = await ada.mutate('createSkillTarget', { skillId, level: 3 });
  const deleted = async (id: string) => {
    await ada.mutate('trash', { id });
    await ada.mutate('deletePermanently', { id }, 'deleted { count }');
  };
  const yesterday = async () => (await ada.query(matrix, { asOf: '2026-11-23' })).skillMatrix.categories[0];
  app.clock.set('2026-11-24T09:00:00Z');
  await deleted(id);
  await deleted(target);
  const before = { name: 'Writing', level: 2, n: 1, self: { assessmentCount: 1, assessments: [] }, target: null };
  const [{ skill, ...entry }] = (await yesterday()).skills;
  expect(skill.name).toBe('Writing');
  expect(entry).toMatchObject({ ...before, targetLevel: 3, gap: 1 });
  await deleted(skillId);
  expect((await yesterday()).skills[0]).toEqual({ ...entry, skill: null });
  const { frameworks } = await ada.query('{ frameworks { nodes { id } } }');
  await deleted(frameworks.nodes[0].id);
  expect(await yesterday()).toMatchObject({ category: null, name: 'Craft', skills: [{ name: 'Writing', level: 2 }] });
});

test('a day before the beginning of the history has no matrix, and says since when the history is kept', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  await createSkills(ada, 'Writing');
  app.clock.set('2026-11-25T09:00:00Z');
  await ada.mutate('createLabel', { name: 'Later' });
  await forget(app, ada);
  const { skillMatrix } = await ada.query(
    '{ skillMatrix(asOf: "-P1D") { state missing historySince categories { name } } }',
  );
  expect(skillMatrix).toEqual({
    state: 'NOT_ENOUGH_DATA',
    missing: 'The skills of that day are not known: the history begins on 2026-11-25.',
    historySince: '2026-11-25',
    categories: [],
  });
  expect((await ada.query(matrix)).skillMatrix.categories).toHaveLength(1);
});

test('the matrix takes as many statements for ten thousand assessments as for a hundred', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const ada = await app.person();
  const skillIds = (await createSkills(ada, ...Array.from({ length: 10 }, (_, i) => `Skill ${i}`))).map((id) =>
    id.slice(6),
  );
  const ctx = await contextOf(app, ada);
  const add = (count: number) =>
    transaction(ctx, 'test', async (tx) => {
      await tx.write.assessment.createMany(
        Array.from({ length: count }, (_, i) => ({
          skillId: skillIds[i % 10] as string,
          level: i % 6,
          source: 'SELF' as const,
          assessedOn: `2026-0${(i % 9) + 1}-01`,
        })),
      );
    });
  await add(100);
  const few = await app.counting(() => ada.query(matrix));
  await add(9_900);
  const many = await app.counting(() => ada.query(matrix));
  expect(many).toBe(few);
  expect(many).toBe(10);
});

test.each([
  [{ level: 6, source: 'SELF' }, 'level', 'must be a level from 0 to 5, the scale of the framework'],
  [{ level: -1, source: 'SELF' }, 'level', 'must be a level from 0 to 5, the scale of the framework'],
  [{ level: 2, source: 'SELF', assessedOn: 'P1D' }, 'assessedOn', 'must not be in the future'],
  [{ level: 2, source: 'PEER', confidence: 6 }, 'confidence', 'must be a whole number from 1 to 5'],
])('the assessment %j is refused, and nothing is written', async (input, field, message) => {
  const ada = await (await createTestApp()).person();
  const [skillId] = await createSkills(ada, 'Writing');
  const refused = await ada.mutate('createAssessment', { skillId, ...input });
  expect(refused.issues).toEqual([{ path: ['input', field], message }]);
  expect((await ada.query('{ assessments { totalCount } }')).assessments.totalCount).toBe(0);
});

test('an assessment of your own names no person, and a target is not due before it is set', async () => {
  const ada = await (await createTestApp()).person();
  const [skillId] = await createSkills(ada, 'Writing');
  const { id: personId } = await ada.mutate('createPerson', { name: 'Ann' });
  const own = await ada.mutate('createAssessment', { skillId, level: 2, source: 'SELF', personId });
  expect(own.issues).toEqual([{ path: ['input', 'personId'], message: 'must not be given for your own assessment' }]);
  const target = await ada.mutate('createSkillTarget', { skillId, level: 2, dueOn: '-P1D' });
  expect(target.issues).toEqual([{ path: ['input', 'dueOn'], message: 'must not be before setOn' }]);
  const high = await ada.mutate('createSkillTarget', { skillId, level: 9 });
  expect(high.issues[0].path).toEqual(['input', 'level']);
});

test('the matrix can be limited to one framework', async () => {
  const ada = await (await createTestApp()).person();
  await createSkills(ada, 'Writing');
  const { id } = await ada.mutate('createFramework', { name: 'Other' });
  const asked = 'query ($id: ID) { skillMatrix(frameworkId: $id) { categories { skills { skill { name } } } } }';
  expect((await ada.query(asked, { id })).skillMatrix.categories).toEqual([]);
  expect((await ada.query(asked)).skillMatrix.categories).toHaveLength(1);
});

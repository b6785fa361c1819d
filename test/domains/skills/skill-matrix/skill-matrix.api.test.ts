import { expect, test } from 'vitest';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';
import { leaveToCI } from '../../../support/services.ts';
import { createSkills } from '../../../support/skills.ts';

const level = '{ level assessmentCount latestOn assessments { level person { name } } }';
const matrix = `query ($asOf: Date) { skillMatrix(asOf: $asOf) { asOf categories { category { name framework { name } } skills {
  skill { name category { name } } self ${level} peer ${level} manager ${level} level target { level dueOn } gap
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
        category: { name: 'Craft', framework: { name: 'Ladder' } },
        skills: [
          {
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
            target: { level: 5, dueOn: '2027-06-30' },
            gap: 2.5,
          },
          {
            skill: { name: 'Listening', category: { name: 'Craft' } },
            self: null,
            peer: null,
            manager: null,
            level: null,
            target: null,
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

test('the matrix of a past day has the assessments and targets until then', async () => {
  const ada = await (await createTestApp()).person();
  const [skillId] = await createSkills(ada, 'Writing');
  const assess = (assessedOn: string, to: number) =>
    ada.mutate('createAssessment', { skillId, level: to, source: 'SELF', assessedOn });
  await assess('2026-03-01', 1);
  const { id: later } = await assess('2026-09-01', 3);
  await ada.mutate('createSkillTarget', { skillId, level: 2, setOn: '2026-04-01' });
  await ada.mutate('createSkillTarget', { skillId, level: 4, setOn: '2026-10-01' });
  const on = async (asOf: string) => {
    const [row] = (await ada.query(matrix, { asOf })).skillMatrix.categories[0].skills;
    return [row.level, row.target?.level ?? null, row.gap];
  };
  expect(await on('2026-02-28')).toEqual([null, null, null]);
  expect(await on('2026-03-01')).toEqual([1, null, null]);
  expect(await on('2026-04-01')).toEqual([1, 2, 1]);
  expect(await on('2026-09-30')).toEqual([3, 2, 0]);
  expect(await on('TODAY')).toEqual([3, 4, 1]);
  await ada.mutate('trash', { id: later });
  expect(await on('TODAY')).toEqual([1, 4, 3]);
  await ada.mutate('restore', { id: later });
  expect(await on('TODAY')).toEqual([3, 4, 1]);
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
  expect(many).toBe(8);
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

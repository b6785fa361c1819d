import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../support/app.ts';
import { scripted } from '../../../support/scripts.ts';
import { tries } from '../../../support/services.ts';
import { createSkills } from '../../../support/skills.ts';

/* What the matrix and the readiness of a day were at its end, they stay, whatever is done later. */

const level = '{ level assessmentCount latestOn }';
const asked = `query ($asOf: Date, $roles: [ID!]!) {
  skillMatrix(asOf: $asOf) { state categories { name skills {
    name level n self ${level} peer ${level} manager ${level} targetLevel gap
  } } }
  nodes(ids: $roles) { ... on RoleProfile { readiness(asOf: $asOf) { score n state totalWeight criteria {
    requirement { title } weight share fraction state metByCount missing
  } } } } }`;

const [some, grade] = [fc.nat(9), fc.integer({ min: 0, max: 5 })];
const kinds = ['assess', 'aim', 'rename', 'move', 'require', 'story', 'artifact', 'interview', 'evidence'] as const;
const step = fc.record({
  kind: fc.constantFrom(...kinds, 'trash', 'trash', 'restore', 'restore', 'undo', 'undo', 'delete'),
  which: some,
  other: some,
  grade,
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A readiness that something is required for. One of a role that was not there, or is deleted, is none. */
const required = (one: { criteria: object[] } | null) => (one && one.criteria.length > 0 ? one : null);

/** Does things to skills, roles and what counts toward them, by numbers. */
async function begin(app: TestApp) {
  const person = await scripted(app, await app.person());
  const skills = await createSkills(person, 'Writing', 'Listening', 'Speaking');
  const evidence = await person.mutate('createLearning', { title: 'Learned' });
  const { id: personId } = await person.mutate('createPerson', { name: 'Ann' });
  const roles: string[] = [];
  const all = [...skills, evidence.id, personId];
  const { nodes } = (await person.query('{ frameworks { nodes { id categories { nodes { id } } } } }')).frameworks;
  all.push(nodes[0].id, nodes[0].categories.nodes[0].id);
  const pick = (of: readonly string[], which: number) => of[which % of.length] ?? '';
  const requirements = (skillId: string, { grade: weight, other }: Step) =>
    [
      { kind: 'SKILL', title: 'Level', weight: weight + 1, skillId, level: 3 },
      { kind: 'STORY', title: 'Story', weight: 2, skillId, requiredCount: 2 },
      { kind: 'EVIDENCE', title: 'Evidence', weight: 3, skillId, requiredCount: 1 },
      { kind: 'ARTIFACT', title: 'CV', weight: 2, artifactKind: 'CV', requiredCount: 2 },
      { kind: 'INTERVIEW', title: 'Interview', weight: 1, interviewKind: 'CASE', requiredCount: 2 },
    ].slice(other % 3);

  async function act(done: Step): Promise<void> {
    const skillId = pick(skills, done.which);
    const create = async (name: string, input: object) => {
      const { id } = await person.mutate(name, input);
      // It may be about something in the trash.
      const made: string[] = id ? [id] : [];
      all.push(...made);
      return made;
    };
    if (done.kind === 'assess') {
      const source = pick(['SELF', 'PEER', 'MANAGER'], done.other);
      const by = source === 'SELF' ? {} : { personId };
      const assessedOn = `-P${done.grade}D`;
      await create('createAssessment', { skillId, level: done.grade, source, assessedOn, ...by });
    } else if (done.kind === 'aim') {
      const setOn = `${pick(['', '-'], done.which)}P${done.other}D`;
      await create('createSkillTarget', { skillId, level: done.grade, setOn });
    } else if (done.kind === 'rename') {
      await person.mutate('updateSkill', { id: skillId, name: `Skill ${done.other}` });
    } else if (done.kind === 'move') {
      await person.mutate('updateSkill', { id: skillId, afterId: null });
    } else if (done.kind === 'require') {
      const [role] = roles;
      const input = { requirements: requirements(skillId, done) };
      if (role === undefined) roles.push(...(await create('createRoleProfile', { title: 'Lead', ...input })));
      else await person.mutate('updateRoleProfile', { id: role, ...input });
    } else if (done.kind === 'story') {
      await create('createStory', { title: 'Once', action: 'Did', result: 'Worked', skillIds: [skillId] });
    } else if (done.kind === 'artifact') {
      await create('createArtifact', { title: 'CV', kind: 'CV', expiresOn: `P${done.other}D` });
    } else if (done.kind === 'interview') {
      await create('createPracticeInterview', { kind: 'CASE', score: Math.max(1, done.grade) });
    } else if (done.kind === 'evidence') {
      await create('createLink', { kind: 'EVIDENCE', fromId: evidence.id, toId: skillId });
    } else if (done.kind === 'undo') {
      const { changeSets } = await person.query('{ changeSets(first: 10) { nodes { id } } }');
      const { id: changeSetId } = changeSets.nodes[done.which % changeSets.nodes.length] ?? {};
      await person.mutate('undoChangeSet', { changeSetId }, '__typename');
    } else if (done.kind === 'delete') {
      await person.mutate('trash', { id: pick(all, done.which * 10 + done.other) });
      await person.mutate('deletePermanently', { id: pick(all, done.which * 10 + done.other) }, '__typename');
    } else {
      await person.mutate(done.kind, { id: pick(all, done.which * 10 + done.other) });
    }
  }
  const ask = async (asOf: string) => {
    const { skillMatrix, nodes: found } = await person.query(asked, { asOf, roles });
    return { skillMatrix, readiness: found.map((one: { readiness: object } | null) => one?.readiness ?? null) };
  };
  return { person, act, ask, today: async () => (await person.query('{ day { date } }')).day.date as string };
}

test('what a day was stays, whatever is done later: edits, trash, deletion, undo', async () => {
  const app = await createTestApp();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 6 }),
      async (days) => {
        const { act, ask, today } = await begin(app);
        const given: { asOf: string; was: Awaited<ReturnType<typeof ask>> }[] = [];
        for (const steps of days) {
          for (const one of steps) await act(one);
          given.push({ asOf: await today(), was: await ask('TODAY') });
          app.clock.advance(86_400_000);
        }
        for (const { asOf, was } of given) {
          const is = await ask(asOf);
          expect(is.skillMatrix).toEqual(was.skillMatrix);
          // A role that has been permanently deleted since has no readiness to ask for; others have come since, or come back.
          const asked = was.readiness.filter((_: unknown, at: number) => is.readiness[at] !== null);
          const answered = is.readiness.slice(0, was.readiness.length).filter((one: unknown) => one !== null);
          expect(answered.map(required)).toEqual(asked.map(required));
        }
      },
    ),
    { numRuns: tries(24) },
  );
});

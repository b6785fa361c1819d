import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';

const requirements =
  'requirements { id kind title weight position version level requiredCount artifactKind interviewKind skill { name } }';
const fields = `id title company level description version trashedAt ${requirements}`;
const issues = ({ issues }: { issues: { path: string[]; message: string }[] }) =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

async function skillOf(ada: SignedInPerson, name = 'Writing', maxLevel = 5): Promise<string> {
  const { id: frameworkId } = await ada.mutate('createFramework', { name: `For ${name}`, maxLevel });
  const { id: categoryId } = await ada.mutate('createSkillCategory', { frameworkId, name: 'Craft' });
  return (await ada.mutate('createSkill', { categoryId, name })).id;
}

test('a role has requirements of every kind, each with its own fields, in order', async () => {
  const ada = await (await createTestApp()).person();
  const skillId = await skillOf(ada);
  const role = await ada.mutate(
    'createRoleProfile',
    {
      title: ' Staff engineer ',
      company: 'Northwind',
      level: 'L6',
      description: 'A lot.',
      requirements: [
        { kind: 'SKILL', title: 'Writes well', weight: 100, skillId, level: 5 },
        { kind: 'EVIDENCE', title: 'Can show it', weight: 0, skillId, requiredCount: 100 },
        { kind: 'ARTIFACT', title: 'A CV', weight: 10, artifactKind: 'CV', requiredCount: 1 },
        { kind: 'INTERVIEW', title: 'Practice', weight: 10, interviewKind: 'CASE', requiredCount: 2 },
        { kind: 'STORY', title: 'Stories', weight: 10, requiredCount: 3 },
      ],
    },
    fields,
  );
  const none = { level: null, requiredCount: null, artifactKind: null, interviewKind: null, skill: null };
  const writing = { name: 'Writing' };
  expect(role).toMatchObject({
    title: 'Staff engineer',
    company: 'Northwind',
    level: 'L6',
    version: 1,
    requirements: [
      { ...none, kind: 'SKILL', title: 'Writes well', weight: 100, position: 1, level: 5, skill: writing },
      { ...none, kind: 'EVIDENCE', weight: 0, position: 2, requiredCount: 100, skill: writing },
      { ...none, kind: 'ARTIFACT', position: 3, requiredCount: 1, artifactKind: 'CV' },
      { ...none, kind: 'INTERVIEW', position: 4, requiredCount: 2, interviewKind: 'CASE' },
      { ...none, kind: 'STORY', position: 5, requiredCount: 3 },
    ],
  });
  const { __typename, ...same } = role;
  const get = `query ($id: ID!) { roleProfile(id: $id) { ${fields} } }`;
  expect(await ada.query(get, { id: role.id })).toEqual({ roleProfile: same });
  const [{ id }] = role.requirements;
  const node = 'query ($id: ID!) { node(id: $id) { ... on RoleRequirement { title roleProfile { title } } } }';
  expect((await ada.query(node, { id })).node).toEqual({
    title: 'Writes well',
    roleProfile: { title: 'Staff engineer' },
  });
});

test('requirements with an id are kept, all others are deleted, and an update without changes writes nothing', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const story = (title: string) => ({ kind: 'STORY', title, weight: 1, requiredCount: 1 });
  const role = await ada.mutate('createRoleProfile', { title: 'R', requirements: ['A', 'B', 'C'].map(story) }, fields);
  const [a, b, c] = role.requirements.map(({ id }: { id: string }) => id);
  const set = (all: object[]) => ada.mutate('updateRoleProfile', { id: role.id, requirements: all }, fields);
  const changed = await set([{ id: c, ...story('C') }, story('D'), { id: a, ...story('A2') }]);
  const shown = changed.requirements.map(({ id, title, version }: { id: string; title: string; version: number }) => [
    id,
    title,
    version,
  ]);
  expect(shown).toEqual([
    [c, 'C', 2],
    [expect.stringMatching(/^RoleRequirement:/), 'D', 1],
    [a, 'A2', 2],
  ]);
  expect(changed.version).toBe(2);
  expect(await ada.query('query ($id: ID!) { node(id: $id) { id } }', { id: b })).toEqual({ node: null });
  const all = changed.requirements.map(({ id, title }: { id: string; title: string }) => ({ id, ...story(title) }));
  expect(await writingNothing(app, ada, () => set(all))).toEqual(changed);
  expect(await set([])).toMatchObject({ version: 3, requirements: [] });
  const gone = await writingNothing(app, ada, () => set([story('E'), { id: a, ...story('A') }]));
  expect(gone).toMatchObject({ __typename: 'NotFoundError' });
  expect(gone.message).toContain('input.requirements.1.id');
});

test('a requirement of another role is not found', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const story = { kind: 'STORY', title: 'S', weight: 1, requiredCount: 1 };
  const one = await ada.mutate('createRoleProfile', { title: 'One', requirements: [story] }, fields);
  const two = await ada.mutate('createRoleProfile', { title: 'Two' });
  const input = { id: two.id, requirements: [{ id: one.requirements[0].id, ...story }] };
  expect((await writingNothing(app, ada, () => ada.mutate('updateRoleProfile', input))).__typename).toBe(
    'NotFoundError',
  );
});

test('each kind of requirement requires its own fields and refuses others, and all problems are reported at once', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const skillId = await skillOf(ada);
  const asked = { title: 'T', weight: 1 };
  const all = { skillId, level: 1, requiredCount: 1, artifactKind: 'CV', interviewKind: 'CASE' };
  const whole = 'must be a whole number from';
  const cases: [object, string[]][] = [
    [{ kind: 'SKILL' }, ['skillId: must be an id', `level: ${whole} 1 to 20`]],
    [{ kind: 'SKILL', skillId, level: 0 }, [`level: ${whole} 1 to 20`]],
    [
      { kind: 'SKILL', ...all },
      ['requiredCount', 'artifactKind', 'interviewKind'].map((name) => `${name}: must not be given for SKILL`),
    ],
    [{ kind: 'EVIDENCE' }, [`requiredCount: ${whole} 1 to 100`]],
    [
      { kind: 'EVIDENCE', ...all },
      ['level', 'artifactKind', 'interviewKind'].map((name) => `${name}: must not be given for EVIDENCE`),
    ],
    [
      { kind: 'ARTIFACT', requiredCount: 101 },
      ['artifactKind: must be given for ARTIFACT', `requiredCount: ${whole} 1 to 100`],
    ],
    [
      { kind: 'ARTIFACT', ...all },
      ['skillId', 'level', 'interviewKind'].map((name) => `${name}: must not be given for ARTIFACT`),
    ],
    [{ kind: 'INTERVIEW' }, ['interviewKind: must be given for INTERVIEW', `requiredCount: ${whole} 1 to 100`]],
    [
      { kind: 'INTERVIEW', ...all },
      ['skillId', 'level', 'artifactKind'].map((name) => `${name}: must not be given for INTERVIEW`),
    ],
    [{ kind: 'STORY', requiredCount: 0 }, [`requiredCount: ${whole} 1 to 100`]],
    [
      { kind: 'STORY', ...all },
      ['level', 'artifactKind', 'interviewKind'].map((name) => `${name}: must not be given for STORY`),
    ],
    [
      { kind: 'STORY', requiredCount: 1, title: ' ', weight: 101 },
      ['title: must not be empty', `weight: ${whole} 0 to 100`],
    ],
  ];
  for (const [requirement, expected] of cases) {
    const input = { title: 'R', requirements: [{ ...asked, ...requirement }] };
    const refused = await writingNothing(app, ada, () => ada.mutate('createRoleProfile', input));
    expect(issues(refused).sort()).toEqual(expected.map((one) => `input.requirements.0.${one}`).sort());
  }
});

test('an invalid list of requirements is refused', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const story = { kind: 'STORY', title: 'S', weight: 1, requiredCount: 1 };
  const role = await ada.mutate('createRoleProfile', { title: 'R', requirements: [story] }, fields);
  const [{ id }] = role.requirements;
  const refused = async (requirements: object[] | null) =>
    issues(await writingNothing(app, ada, () => ada.mutate('updateRoleProfile', { id: role.id, requirements })));
  const at = 'input.requirements';
  expect(await refused([{ ...story, weight: 0 }])).toEqual([`${at}: must have a weight above 0 among them`]);
  expect(await refused(Array.from({ length: 51 }, () => story))).toEqual([`${at}: must be at most 50`]);
  expect(
    await refused([
      { id, ...story },
      { id, ...story },
    ]),
  ).toEqual([`${at}: must not name anything twice`]);
  expect(await refused(null)).toEqual([`${at}: must not be null: leave it out instead`]);
  const long = { title: 'x'.repeat(201), company: 'a\nb', level: 'x'.repeat(101), description: '\u0000' };
  const texts = await writingNothing(app, ada, () => ada.mutate('createRoleProfile', long));
  expect(issues(texts).map((one) => one.split(':')[0])).toEqual(
    expect.arrayContaining(['input.title', 'input.company', 'input.level', 'input.description']),
  );
});

test('a required skill belongs to the viewer, is active and has the level on its scale', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const [skillId, gone, his] = [await skillOf(ada, 'A', 3), await skillOf(ada, 'B'), await skillOf(bob, 'C')];
  const asks = (id: string, level: number) => ({ kind: 'SKILL', title: 'S', weight: 1, skillId: id, level });
  const role = await ada.mutate('createRoleProfile', { title: 'R', requirements: [asks(gone, 2)] }, fields);
  await ada.mutate('trash', { id: gone });
  const set = (...all: object[]) => ada.mutate('updateRoleProfile', { id: role.id, requirements: all }, fields);
  const refused = await writingNothing(app, ada, () => set(asks(skillId, 4), asks(gone, 2)));
  expect(issues(refused)).toEqual([
    'input.requirements.1.skillId: must not be in the trash',
    'input.requirements.0.level: must be a level from 0 to 3, the scale of the framework',
  ]);
  const strange = await writingNothing(app, ada, () => set(asks(skillId, 3), asks(his, 1)));
  expect(strange.message).toContain('input.requirements.1.skillId');
  // Scales have up to 20 levels.
  const senior = { title: 'Senior', requirements: [asks(await skillOf(ada, 'D', 20), 20)] };
  expect(await ada.mutate('createRoleProfile', senior, 'requirements { level }')).toMatchObject({
    ...{ requirements: [{ level: 20 }] },
  });
  // A requirement can stay although its skill is in the trash.
  const [{ id }] = role.requirements;
  expect(await set({ id, ...asks(gone, 2), weight: 2 })).toMatchObject({ version: 2, requirements: [{ weight: 2 }] });
  expect(issues(await set({ id, ...asks(gone, 3) }))).toEqual([
    'input.requirements.0.skillId: must not be in the trash',
  ]);
});

test('roles are listed, filtered by requirements, trashed and restored, and each change is one change set', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const skillId = await skillOf(ada);
  const id = v7();
  const story = { kind: 'STORY', title: 'S', weight: 1, requiredCount: 1, skillId };
  const input = { id, title: 'beta', company: 'Zeta', requirements: [story] };
  const made = await changeSetOf(app, ada, () => ada.mutate('createRoleProfile', input));
  expect(made.changes.map(({ model, action }) => `${model} ${action}`)).toEqual([
    'RoleProfile CREATE',
    'RoleRequirement CREATE',
  ]);
  expect(await writingNothing(app, ada, () => ada.mutate('createRoleProfile', input))).toMatchObject({
    id: `RoleProfile:${id}`,
  });
  expect((await ada.mutate('createRoleProfile', { ...input, title: 'Other' })).__typename).toBe('ConflictError');
  await ada.mutate('createRoleProfile', { title: 'Alpha', company: 'Acme' });
  const titles = async (args = '') =>
    (await ada.query(`{ roleProfiles${args} { nodes { title } } }`)).roleProfiles.nodes
      .map(({ title }: { title: string }) => title)
      .join(' ');
  expect(await titles()).toBe('Alpha beta');
  expect(await titles('(orderBy: { field: COMPANY, direction: DESC })')).toBe('beta Alpha');
  expect(await titles('(filter: { company: { eq: "ACME" } })')).toBe('Alpha');
  expect(await titles(`(filter: { requirements: { some: { skillId: { eq: "${skillId}" } } } })`)).toBe('beta');
  expect(await titles('(filter: { requirements: { none: { kind: { eq: STORY } } } })')).toBe('Alpha');
  const writing = 'skill: { name: { eq: "writing" } }';
  expect(await titles(`(filter: { requirements: { some: { ${writing} } } })`)).toBe('beta');
  expect(await titles(`(filter: { requirements: { some: { not: { ${writing} } } } })`)).toBe('');
  await ada.mutate('trash', { id: skillId });
  expect(await titles(`(filter: { requirements: { some: { not: { ${writing} } } } })`)).toBe('beta');
  const target = { id: `RoleProfile:${id}` };
  expect((await ada.mutate('updateRoleProfile', { ...target, ifVersion: 2 })).__typename).toBe('ConflictError');
  await ada.mutate('trash', target);
  expect([await titles(), await titles('(trashed: true)')]).toEqual(['Alpha', 'beta']);
  expect(await ada.mutate('restore', target, 'trashedAt version')).toMatchObject({
    trashedAt: null,
    version: 3,
  });
});

import { expect, test } from 'vitest';
import { planOf } from '../../../../src/domains/skills/framework-files/framework-files.plans.ts';
import type {
  FrameworkFile,
  WholeFramework,
} from '../../../../src/domains/skills/framework-files/framework-files.rules.ts';
import { createTestApp } from '../../../support/app.ts';

/** A framework of some categories with a hundred skills each. */
const large = (categories: number, text: string): FrameworkFile => ({
  ...{ key: 'large', name: 'Large', description: '', maxLevel: 5, levels: [] },
  categories: Array.from({ length: categories }, (_, c) => ({
    ...{ key: `c${c}`, name: `Category ${c}`, description: '' },
    skills: Array.from({ length: 100 }, (_skill, s) => ({
      ...{ key: `c${c}-s${s}`, name: `Skill ${s}`, description: text },
      levels: [{ level: 1, summary: text, signals: [], examples: [] }],
    })),
  })),
});

test('a plan reads the key of each stored record a few times, however many there are, and is made in parts', () => {
  const file = large(20, 'b');
  let reads = 0;
  const stored = <T extends { key: string }>(one: T) => ({
    ...{ ...one, id: one.key, trashedAt: null },
    get key() {
      reads += 1;
      return one.key;
    },
  });
  const categories = file.categories.map((category) => ({
    ...stored(category),
    skills: category.skills.map((skill) => ({
      ...skill,
      id: skill.key,
      trashedAt: null,
      levelDescriptors: skill.levels,
    })),
  }));
  for (const category of categories)
    category.skills = category.skills.map((skill) => stored(skill) as unknown as typeof skill);
  const before = { ...file, id: 'f', trashedAt: null, categories } as unknown as WholeFramework;
  const plan = planOf(file, before);
  let parts = 0;
  for (let part = plan.next(); ; part = plan.next()) {
    if (part.done) break;
    parts += 1;
  }
  expect([reads < 10 * 2_020, parts >= 10]).toEqual([true, true]);
});

test('others take their turns while a large framework is written, and all of it is one change set', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const take = (text: string) =>
    ada.mutate(
      'importFramework',
      { text: JSON.stringify(large(10, text)) },
      'added { key } changed { key } kept { key }',
    );
  /** The most statements between two turns. */
  async function mostInTurn(work: () => Promise<unknown>): Promise<number> {
    let most = 0;
    let before = app.statements.length;
    let isOver = false;
    const turn = () => {
      most = Math.max(most, app.statements.length - before);
      before = app.statements.length;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    await work();
    isOver = true;
    return most;
  }
  const last = async () => (await ada.query('{ changeSets(first: 1) { totalCount nodes { id name } } }')).changeSets;
  const { totalCount } = await last();
  expect(await mostInTurn(() => take('a'))).toBeLessThan(100);
  // A thousand skills are changed by a statement each.
  expect(await mostInTurn(async () => expect((await take('b')).changed).toHaveLength(1_000))).toBeLessThan(100);
  expect(await last()).toMatchObject({ totalCount: totalCount + 2, nodes: [{ name: 'importFramework' }] });
  expect(await take('b')).toMatchObject({ added: [], changed: [], kept: [] });
  await ada.mutate('undoChangeSet', { changeSetId: (await last()).nodes[0].id }, 'name');
  expect(await take('a')).toMatchObject({ added: [], changed: [], kept: [] });
}, 60_000);

import { ask } from './client.ts';
import type { Section } from './figure.ts';
import type { SkillsQuery as Skills } from './generated/graphql.ts';
import { drawHeatMap } from './heat-map.ts';
import { SkillsQuery } from './queries.ts';
import { decimal } from './texts.ts';

const columns = ['Self', 'Peers', 'Manager', 'Target', 'Gap'];

type Skill = Skills['skillMatrix']['categories'][number]['skills'][number];

/** The numbers of a skill, in the order of the columns. */
const valuesOf = ({ self, peer, manager, targetLevel, gap }: Skill): (number | null)[] => [
  self?.level ?? null,
  peer?.level ?? null,
  manager?.level ?? null,
  targetLevel,
  gap,
];

/** The levels of skills, by who assessed them. */
export const skills: Section = {
  title: 'Skills matrix',
  about:
    'Levels by who assessed them, the target, and the levels that are missing to it. A stronger tint is a higher number.',
  empty: 'There are no skills yet. Import a framework with importFramework, or create skills with createSkill.',
  async load() {
    const { categories } = (await ask(SkillsQuery)).skillMatrix;
    const levels = categories.flatMap((category) => category.skills.flatMap((skill) => valuesOf(skill)));
    const highest = Math.max(1, ...levels.map((level) => level ?? 0));
    return categories
      .filter((category) => category.skills.length > 0)
      .map((category) => {
        // Two skills may have the same name.
        const entries = category.skills.map((skill, index) => ({
          key: String(index),
          name: skill.name,
          values: valuesOf(skill),
        }));
        const cells = entries.flatMap(({ key, values }) =>
          columns.map((column, index) => {
            const value = values[index] ?? null;
            return { column, row: key, value, text: decimal(value) };
          }),
        );
        return {
          title: category.name,
          draw: (width: number) =>
            drawHeatMap(
              {
                cells,
                columns,
                rows: entries.map(({ key }) => key),
                rowNames: new Map(entries.map(({ key, name }) => [key, name])),
                domain: [0, highest],
                namesWidth: width < 600 ? 90 : 240,
              },
              width,
            ),
          columns: ['Skill', ...columns],
          rows: entries.map(({ name, values }) => [name, ...values.map(decimal)]),
        };
      });
  },
};

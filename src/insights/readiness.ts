import { ask } from './client.ts';
import type { Section } from './figure.ts';
import { drawProgressRows, type ProgressRow } from './progress-rows.ts';
import { ReadinessQuery } from './queries.ts';
import { decimal, percent } from './texts.ts';

/** How ready the reader is for each role. */
export const readiness: Section = {
  title: 'Readiness for roles',
  empty: 'There is no role yet. Create one with createRoleProfile, and say what it requires.',
  async load() {
    const { roleProfiles } = await ask(ReadinessQuery);
    return roleProfiles.nodes.map(({ title, company, readiness: { score, missing, criteria }, before }) => {
      const rows: ProgressRow[] = criteria.map((criterion) => ({
        name: criterion.requirement.title,
        fraction: criterion.fraction,
        value: percent(criterion.fraction),
        detail: criterion.missing ?? 'Met.',
      }));
      const past = before.score === null ? '' : ` Ninety days ago: ${decimal(before.score)}.`;
      return {
        title: company ? `${title}, ${company}` : title,
        text: score === null ? (missing ?? '') : `Score: ${decimal(score)} of 100.${past}`,
        draw: (width) => drawProgressRows(rows, width),
        columns: ['Requirement', 'Met', 'Missing'],
        rows: rows.map(({ name, value, detail }) => [name, value, detail]),
      };
    });
  },
};

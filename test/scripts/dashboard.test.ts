import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';

interface Panel {
  id: number;
  gridPos: { x: number; y: number; w: number; h: number };
  targets: { refId: string; expr: string }[];
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { panels } = JSON.parse(read('deploy/grafana-dashboard.json')) as { panels: Panel[] };

test('the dashboard asks for metrics that the server has, and DEPLOY names', () => {
  const sources = globSync('src/http/metrics/*.ts', { cwd: root }).map(read).join('');
  const named = panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => expr.match(/waymark_\w+/g) ?? []));
  const families = [...new Set(named.map((name) => name.replace(/_(bucket|sum|count)$/, '')))];
  expect(families.length).toBeGreaterThan(15);
  expect(families.filter((name) => !sources.includes(`'${name}'`))).toEqual([]);
  expect(sources).toContain("'waymark_replica_queries_total'");
  expect(families).toEqual(expect.arrayContaining(['waymark_replica_queries_total', 'waymark_trace_spans_total']));
});

test('its panels have ids of their own, and do not overlap', () => {
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const places = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, i) => `${x + (i % w)} ${y + Math.floor(i / w)}`),
  );
  expect(new Set(places).size).toBe(places.length);
});

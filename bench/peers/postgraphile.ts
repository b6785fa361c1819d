/* PostGraphile 5, which is not installed with the project: how it is installed and asked. It answers the reads of lists and tasks. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Dialect } from '../dialect.ts';
import { priorityNames } from './limit-reads.ts';
import type { Peer } from './peers.ts';

const packages = ['postgraphile@5', '@graphile/simplify-inflection@9', 'pg@8'];
/** How long npm may take, in milliseconds. */
const patience = 120_000;

/** Installs PostGraphile into a folder. Returns why it cannot be measured, if so. */
export async function findPostGraphile(parent: string): Promise<Peer | string> {
  const folder = join(parent, 'postgraphile');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages];
  try {
    await promisify(execFile)('npm', args, { cwd: folder, timeout: patience });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    return `npm cannot install it (${(stderr || message).trim().split('\n').at(0)})`;
  }
  const server = join(folder, 'server.mjs');
  copyFileSync(join(import.meta.dirname, 'postgraphile-server.mjs'), server);
  return {
    id: 'postgraphile',
    spec: async (database) => ({
      name: 'PostGraphile 5, PostgreSQL',
      database,
      command: [process.execPath, server],
      dialect,
      env: (port) => ({
        ...{ NODE_ENV: 'production', PORT: String(port) },
        DATABASE_URL: database.engine === 'postgresql' ? database.url : '',
      }),
    }),
  };
}

const mine = 'ownerId: $ownerId, trashedAt: null';
const inOrder = 'orderBy: [POSITION_ASC, PRIMARY_KEY_ASC]';

const dialect: Dialect = {
  queries: {
    W1: `query W1($ownerId: String!, $day: String!) {
      tasks(first: 20, condition: { ${mine}, scheduledOn: $day }, ${inOrder}) {
        nodes { id: rowId title status priority scheduledOn estimateMinutes position }
        pageInfo { hasNextPage }
      }
    }`,
    W2: `query W2($ownerId: String!) {
      tasks(first: 50, condition: { ${mine} }, ${inOrder}) {
        nodes {
          id: rowId title status priority scheduledOn scheduledAt dueOn estimateMinutes position
          goal { id: rowId title status }
          labels: taskLabels { nodes { label { id: rowId name color } } }
        }
      }
    }`,
    W3: `query W3($id: String!) {
      task(rowId: $id) {
        id: rowId title description status priority scheduledOn scheduledAt dueOn estimateMinutes
        completedAt carryOverCount position version createdAt updatedAt trashedAt
      }
    }`,
  },
  variables: ({ id, ...usual }, { ownerId }) =>
    typeof id === 'string' ? { id: id.slice('Task:'.length) } : { ...usual, ownerId },
  toUsual: (answer) => JSON.stringify(JSON.parse(answer, usualValue)),
};

interface Labels {
  nodes: { label: { name: string } }[];
}

/** Values that PostGraphile writes in another way: numbers for priorities, times without a zone, and labels behind joins. */
function usualValue(key: string, value: unknown): unknown {
  if (key === 'priority') return priorityNames[value as number];
  if (key.endsWith('At') && typeof value === 'string') return new Date(`${value}Z`).toISOString();
  if (key !== 'labels') return value;
  return (value as Labels).nodes.map(({ label }) => label).sort((a, b) => (a.name < b.name ? -1 : 1));
}

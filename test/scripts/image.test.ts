import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseDockerfile, problemsOf, readIgnored } from '../../scripts/image/dockerfile.ts';
import { root } from '../../scripts/root.ts';
import { environment } from '../../src/environment.ts';

const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const problems = (from: string, to: string) => problemsOf(parseDockerfile(dockerfile.replace(from, to)), root);

test('the Dockerfile has no known problem, and each kind of problem is found', () => {
  expect(problems('', '')).toEqual([]);
  expect(problems('COPY src ./src', 'COPY sources docs ./src')).toEqual([
    'COPY sources: there is no such file',
    'COPY docs: .dockerignore leaves it out',
  ]);
  expect(problems('--from=build', '--from=made')).toEqual(['COPY --from=made: there is no such stage before']);
  expect(problems('USER 10001:10001', 'USER root')).toEqual(['USER has to be a number other than 0']);
  expect(problems('USER 10001:10001', 'USER 0')).toEqual(['USER has to be a number other than 0']);
  expect(problems('debian:bookworm-slim', 'debian:latest')).toEqual(['debian:latest has no version']);
  expect(problems('VOLUME /data', 'RUN apt-get update')).toEqual([
    'VOLUME is missing',
    'RUN belongs to the stages before the last one',
  ]);
  expect(problems('PORT=4000', 'WAYMARK_SECRET=abc')[0]).toContain('a secret would be part of the image');
});

test('no data, secrets or generated files go to the engine', () => {
  const isIgnored = readIgnored(root);
  const left = [
    'data/waymark.db',
    '.env',
    'deploy/.env',
    'src/generated/pothos.ts',
    'node_modules/zod/index.js',
    '.git/HEAD',
  ];
  expect(left.filter((path) => !isIgnored(path))).toEqual([]);
  expect(['.env.example', 'src/main.ts', 'prisma/models/accounts.prisma', 'bin/waymark'].filter(isIgnored)).toEqual([]);
});

interface Service {
  environment: Record<string, string>;
  read_only?: boolean;
  tmpfs?: string[];
  volumes?: string[];
  depends_on: Record<string, unknown>;
}

test.each(['compose.yaml', 'compose.cluster.yaml'])('%s sets what there is, and writes to volumes alone', (name) => {
  const text = readFileSync(join(root, 'deploy', name), 'utf8');
  const { services, volumes } = parse(text, { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };
  const servers = Object.entries(services).filter(([service]) => service.startsWith('waymark'));
  expect(servers).toHaveLength(name === 'compose.yaml' ? 1 : 2);
  for (const [, { environment: set, read_only: readOnly, tmpfs }] of servers) {
    expect([readOnly, tmpfs]).toEqual([true, ['/tmp']]);
    expect(Object.keys(set).filter((key) => !(key in environment.shape))).toEqual([]);
  }
  for (const service of Object.values(services)) {
    expect(Object.keys(service.depends_on ?? {}).filter((other) => !(other in services))).toEqual([]);
    const mounted = (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
    expect(mounted.filter((source) => !source.startsWith('./') && !(source in volumes))).toEqual([]);
  }
  expect(services.caddy?.environment.SERVERS).toBe(servers.map(([service]) => `${service}:4000`).join(' '));
});

test('compose.tracing.yaml adds to compose.yaml what its server sends traces to', () => {
  const [base, added] = ['compose.yaml', 'compose.tracing.yaml'].map(
    (name) => parse(readFileSync(join(root, 'deploy', name), 'utf8')).services as Record<string, Service>,
  );
  const { waymark, ...others } = added ?? {};
  expect(base).toHaveProperty('waymark');
  expect(Object.keys(waymark?.environment ?? {}).filter((key) => !(key in environment.shape))).toEqual([]);
  const { hostname, port } = new URL(waymark?.environment.OTEL_EXPORTER_OTLP_ENDPOINT ?? '');
  expect([Object.keys(others), port]).toEqual([[hostname], '4318']);
});

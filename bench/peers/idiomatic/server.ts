/*
 * The idiomatic server: Yoga, Pothos and Prisma as their documentation shows them, with none of Waymark's code but the functions
 * that make ids and search documents.
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { GraphQLError } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { getDatamodel as GetDatamodel } from '../../../src/generated/pothos.ts';
import type { PrismaClient as Client } from '../../../src/generated/sqlite/client.ts';
import { hashToken } from '../../../src/platform/security/crypto.ts';
import { createIdiomaticSchema } from './schema.ts';

const { CLIENT_FOLDER = '', DATABASE_FILE, DATABASE_URL, PORT } = process.env;
// The client has a part of Waymark's models, under the same names, so that Waymark's types fit.
const { PrismaClient } = (await import(join(CLIENT_FOLDER, 'client/client.ts'))) as { PrismaClient: typeof Client };
const { getDatamodel } = (await import(join(CLIENT_FOLDER, 'pothos.ts'))) as { getDatamodel: typeof GetDatamodel };

const adapter = DATABASE_FILE
  ? new PrismaBetterSqlite3({ url: `file:${DATABASE_FILE}` })
  : new PrismaPg({ connectionString: DATABASE_URL });
const prisma = new PrismaClient({ adapter });

const yoga = createYoga({
  schema: createIdiomaticSchema(prisma, getDatamodel()),
  graphiql: false,
  logging: false,
  async context({ request }) {
    const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    const found = await prisma.accessToken.findUnique({
      where: { tokenHash: hashToken(token) },
      include: { account: true },
    });
    if (!found) throw new GraphQLError('Sign in first.');
    return { account: found.account };
  },
});

createServer((request, response) => void yoga(request, response)).listen(Number(PORT), '127.0.0.1');

process.on('SIGTERM', () => process.exit(0));

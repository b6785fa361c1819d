/* PostGraphile 5 on Waymark's tables. It is copied into the folder where PostGraphile is installed, and run there. */
import { createServer } from 'node:http';
import { PgSimplifyInflectionPreset } from '@graphile/simplify-inflection';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const { DATABASE_URL, PORT } = process.env;
const server = createServer();
const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset],
  pgServices: [makePgService({ connectionString: DATABASE_URL, schemas: ['public'] })],
  grafserv: { watch: false, graphiql: false },
});
await instance.createServ(grafserv).addTo(server);
server.listen(Number(PORT), '127.0.0.1');

process.on('SIGTERM', () => process.exit(0));

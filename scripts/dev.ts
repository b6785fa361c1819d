/* `npm run dev`: starts the server from the sources. Node starts it anew when they change. */
import { generateClients } from './generate.ts';
import { bundlePages } from './pages-bundle.ts';

await Promise.all([generateClients(), bundlePages()]);
const { main } = await import('../src/main.ts');
process.exitCode = await main(['start', '--no-open']);

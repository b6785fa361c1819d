/* `npm run dev`: starts the server from the sources. Node starts it anew when they change. */
import { generateClients } from './generate.ts';

await generateClients();
const { main } = await import('../src/main.ts');
process.exitCode = await main(['start', '--no-open']);

import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { actFor } from '../platform/context.ts';
import { programVersion } from '../platform/runtime/version.ts';
import { clientOptions, clientUsage, placeOf } from './client.ts';
import { accountAt, defineCommand, withApp } from './command.ts';

const { json: _json, ...options } = clientOptions;

export const mcp = defineCommand({
  name: 'mcp',
  usage: clientUsage,
  summary: 'serve the tools of MCP on standard input and output, for an assistant that starts this command',
  options,
  async run(config, values) {
    const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js');
    const remote = placeOf(config, values);
    if (remote) {
      const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/sdk/client/streamableHttp.js');
      const requestInit = { headers: { authorization: `Bearer ${remote.token}` } };
      const server = new StreamableHTTPClientTransport(new URL(`${remote.url}/mcp`), { requestInit });
      return relay(new StdioServerTransport(), server);
    }
    const { createMcpServer } = await import('../mcp/server.ts');
    return withApp(config, async (app) => {
      const account = await accountAt(app.systemContext(), values.account);
      const server = createMcpServer({
        ask: (query, variables, operationName) =>
          app.ask(actFor(app.systemContext(), account), { query, variables, ...(operationName && { operationName }) }),
        canWrite: true,
        canQuery: true,
        schema: app.schemaText,
        version: programVersion(),
      });
      const transport = new StdioServerTransport();
      await server.connect(transport);
      await inputEnded();
      await server.close();
      return 0;
    });
  },
});

/** Resolves once the program that started this one is gone, or ends the conversation. */
const inputEnded = () =>
  new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
  });

/** Passes the messages of a program on to a server, and back. Its tools are those that the server offers. */
async function relay(program: Transport, server: Transport): Promise<number> {
  program.onmessage = (message) => void server.send(message).catch(() => refuse(program, message));
  server.onmessage = (message) => void program.send(message);
  server.onerror = (error) => console.error(error.message);
  await server.start();
  await program.start();
  await inputEnded();
  await server.close();
  return 0;
}

/** Tells a program that the server could not be asked; why is on standard error. */
async function refuse(program: Transport, message: Parameters<Transport['send']>[0]): Promise<void> {
  if (!('id' in message) || !('method' in message)) return;
  const error = { code: -32_000, message: 'The server does not respond, or does not accept the token.' };
  await program.send({ jsonrpc: '2.0', id: message.id, error });
}

import { request as ask } from 'node:http';
import { listening } from '../support/listening.ts';

/** Where a connection breaks: before the server hears of the request, as soon as it has, or before its answer comes back. */
export type Break = 'never' | 'at once' | 'while it works' | 'before the answer';

export interface BrokenWay {
  broken: Break;
  url: string;
}

/** A way to a server whose connections break. */
export async function brokenWayTo(origin: string): Promise<BrokenWay> {
  const way: BrokenWay = { broken: 'never', url: '' };
  const { url } = await listening((request, response) => {
    const { broken } = way;
    if (broken === 'at once') return void request.socket.destroy();
    const onward = ask(`${origin}${request.url}`, { method: request.method ?? 'GET', headers: request.headers });
    onward.on('error', () => {});
    onward.on('response', (answer) => {
      // Also a server that was quicker than the break: the client never gets an answer.
      if (broken !== 'never') return void request.socket.destroy();
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
    if (broken !== 'while it works') return;
    onward.on('finish', () => {
      setTimeout(() => {
        onward.destroy();
        request.socket.destroy();
      }, 5);
    });
  });
  way.url = url;
  return way;
}

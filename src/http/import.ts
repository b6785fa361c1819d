import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context, ViewerContext } from '../platform/context.ts';
import { ConflictError, ForbiddenError, UnauthenticatedError } from '../platform/errors.ts';
import { checkExport, type ImportRules } from '../transfer/check.ts';
import { importRows } from '../transfer/import.ts';
import { ImportError } from '../transfer/reading.ts';
import { authenticate } from './authenticate.ts';
import { errorResponse } from './error-response.ts';
import type { Handler } from './head-requests.ts';

/** The largest file that is taken, in bytes: an import is one transaction, and other writes wait for it. The command takes any. */
const maxBytes = 20_000_000;

/** How many imports an account may start in an hour. */
const importLimit = { name: 'import', points: 10, seconds: 3600 };

/** The file is too long. */
class TooLongError extends Error {
  override name = 'TooLongError';
}

/**
 * Takes an export into the account of the viewer, as the command `import` does: as a whole or not at all. Only for a session: a
 * token may not change what the settings of an account are part of.
 * @throws UnauthenticatedError if nobody is signed in, ForbiddenError for a token, RateLimitedError after too many imports
 */
export const createImport =
  (rules: ImportRules): Handler =>
  async (request, base) => {
    if (request.method !== 'POST') {
      const headers = { allow: 'POST' };
      return errorResponse(405, 'METHOD_NOT_ALLOWED', 'Use POST with an export as the body.', { headers });
    }
    const ctx = await authenticate(base, request.headers);
    if (!isSignedIn(ctx)) throw new UnauthenticatedError('Sign in to import an export.');
    if (ctx.viewer.sessionId === null) throw new ForbiddenError('An import takes a session, and no access token.');
    const tooLong = () =>
      errorResponse(413, 'BAD_REQUEST', `The file is longer than ${maxBytes / 1e6} MB. Import it by the command.`);
    if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return tooLong();
    await ctx.app.rateLimits.consume(importLimit, ctx.viewer.accountId);
    const folder = await mkdtemp(join(tmpdir(), 'waymark-import-'));
    try {
      const file = join(folder, 'export.jsonl');
      await save(request, file);
      return Response.json(await importRows(ctx, file, await checkExport(file, rules)));
    } catch (error) {
      if (error instanceof TooLongError) return tooLong();
      if (error instanceof ImportError) return errorResponse(400, 'BAD_REQUEST', error.message);
      if (error instanceof ConflictError) return errorResponse(409, error.code, error.message);
      throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

const isSignedIn = (ctx: Context): ctx is ViewerContext => ctx.viewer !== null;

/** Writes the body of a request to a file that nobody else can read. @throws TooLongError if it does not end in time */
async function save({ body }: Request, file: string): Promise<void> {
  let size = 0;
  const limit = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.byteLength;
      done(size > maxBytes ? new TooLongError() : null, chunk);
    },
  });
  await pipeline(Readable.from(body ?? []), limit, createWriteStream(file, { mode: 0o600 }));
}

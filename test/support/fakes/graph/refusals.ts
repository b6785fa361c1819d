import type { FakeResponse } from './server.ts';

/** A refusal, as Graph says it. */
export const refused = (status: number, code: string, message = code): FakeResponse => ({
  status,
  json: { error: { code, message } },
});

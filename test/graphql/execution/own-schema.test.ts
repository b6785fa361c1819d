import { execute, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { createOperations } from '../../../src/graphql/operations.ts';
import { testSchema } from '../../support/app.ts';
import { contextOf } from '../../support/context.ts';
import { adaAndBob, ownIn } from '../../support/examples.ts';
import { createRandom, randomRequest } from '../../support/random-documents.ts';
import { tries } from '../../support/services.ts';

test('random queries of our schema come to the same as with graphql-js', async () => {
  const { app, ada, hers } = await adaAndBob();
  const schema = testSchema();
  const operations = createOperations(schema, { hideSuggestions: true });
  const id = ownIn(hers);
  const scalars = {
    ID: [id('Task'), id('Goal'), id('Label'), 'x'],
    Int: [1, 2, 10],
    String: ['', 'a'],
    Boolean: [true, false],
    Date: ['TODAY', '2026-11-24'],
    DateTime: ['NOW', '2026-11-24T10:00:00Z'],
  };
  const seen = { valid: 0, withErrors: 0, withVariables: 0 };
  for (let seed = 0; seed < tries(800); seed += 1) {
    const { text, variables } = randomRequest(schema, createRandom(seed), { depth: 3, operation: 'query', scalars });
    const document = parse(text);
    if (validate(schema, document).length > 0) continue;
    const operation = operations.find(document);
    const coerced = operation?.coerce(variables);
    const run = async (by: (contextValue: object) => unknown) => inOneOrder(await by(await contextOf(app, ada)));
    const usual = await run((contextValue) =>
      execute({ schema, document, variableValues: variables, contextValue, hideSuggestions: true }),
    );
    // With variables that are not valid, nothing is executed.
    const own = coerced && (await run((contextValue) => operation?.execute(contextValue, variables, coerced)));
    expect(own, text).toBe('data' in JSON.parse(usual) ? usual : null);
    if (!own) continue;
    seen.valid += 1;
    if (usual.startsWith('{"errors"')) seen.withErrors += 1;
    if (Object.keys(variables).length > 0) seen.withVariables += 1;
  }
  expect(seen.valid).toBeGreaterThan(tries(800) / 10);
  expect(Math.min(seen.withErrors, seen.withVariables)).toBeGreaterThan(0);
});

/**
 * A result as JSON. Fields that are resolved at once may fail in any order: what they wait for takes its own time. If one fails for
 * all of the data, which of the others have failed before is a matter of time, too.
 */
function inOneOrder(result: unknown): string {
  const { errors, data, ...rest } = result as { errors?: object[]; data?: unknown };
  const failures = data === null ? 'some' : errors?.map((error) => JSON.stringify(error)).toSorted();
  return JSON.stringify({ ...(errors && { errors: failures }), ...(data !== undefined && { data }), ...rest });
}

import fc from 'fast-check';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  getOperationAST,
  getVariableValues,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { planOperation } from '../../../src/graphql/execution/operation-plan.ts';
import { createRandom, randomRequest } from '../../support/random-documents.ts';
import { tries } from '../../support/services.ts';
import { type FaultyContext, faultySchema as schema } from './faulty-schema.ts';

const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule && rule !== NoUnusedFragmentsRule);
const scalars = { Int: [0, 1, 5], String: ['', 'x'], ID: ['1'], Boolean: [true, false] };

/** A valid document of a seed. Null if that of the seed is not valid. */
function documentOf(seed: number) {
  const random = createRandom(seed);
  const operation = random.oneIn(4) ? ('mutation' as const) : ('query' as const);
  const { text, variables } = randomRequest(schema, random, { depth: 4, operation, scalars });
  const document = parse(text);
  return validate(schema, document, rules).length === 0 ? { text, document, variables } : null;
}

const contextOf = (seed: number): FaultyContext => ({ seed, calls: [] });

function planOf(document: DocumentNode) {
  const plan = planOperation(schema, document, getOperationAST(document, null) as never, { hideSuggestions: false });
  if (!plan) throw new Error('The document cannot be planned.');
  return plan;
}

/** What an execution came to, to be compared. Faults of a schema have messages that name values. */
function comparable(result: ExecutionResult, { calls }: FaultyContext) {
  const text = JSON.stringify(result)
    .replaceAll(/Expected value of type \\"(\w+)\\" but got: .*?","loc/g, 'The value is not of type \\"$1\\".","loc')
    .replaceAll(
      /Abstract type \\"(\w+)\\" must resolve to an Object type at runtime for field.*?","loc/g,
      'The value of \\"$1\\" is of no type that it can be.","loc',
    )
    .replaceAll(
      /Runtime Object type \\"\w+\\" is not a possible type for \\"(\w+)\\"\./g,
      'The value of \\"$1\\" is of no type that it can be.',
    );
  return { text, calls };
}

test('a plan comes to the same as graphql-js, with the same calls in the same order', async () => {
  let compared = 0;
  const property = fc.asyncProperty(fc.nat(), fc.nat(), async (seed, faults) => {
    const made = documentOf(seed);
    if (!made) return;
    const { document, variables } = made;
    const { variableValues } = getVariableValues(
      schema,
      getOperationAST(document, null)?.variableDefinitions ?? [],
      variables,
    );
    if (!variableValues) return;
    const plan = planOf(document);
    // The second execution of a plan uses what the first one has prepared.
    for (const context of [faults, faults, faults + 1]) {
      const [own, usual] = [contextOf(context), contextOf(context)];
      const planned = await plan({ variableValues, contextValue: own, rootValue: 'root' });
      const executed = await execute({
        schema,
        document,
        variableValues: variables,
        contextValue: usual,
        rootValue: 'root',
      });
      expect(comparable(planned, own)).toEqual(comparable(executed, usual));
      compared += 1;
    }
  });
  await fc.assert(property, { numRuns: tries(4_000) });
  expect(compared).toBeGreaterThan(tries(4_000) / 2);
});

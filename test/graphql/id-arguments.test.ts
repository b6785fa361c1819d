import { getNamedType, isNonNullType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { createTestApp, testSchema } from '../support/app.ts';

/** The root fields that take an id of one type. */
const takers = Object.values(testSchema().getQueryType()?.getFields() ?? {}).flatMap((field) =>
  field.args
    .filter(({ type }) => getNamedType(type).name === 'ID' && !/^\[/.test(String(type)))
    .filter(() => !['node', 'history'].includes(field.name))
    .map((arg) => ({ field, arg })),
);

test('the id of another type and a text that is no id are refused alike, by the name of the argument', async () => {
  const ada = await (await createTestApp()).person();
  expect(takers.length).toBeGreaterThan(20);
  for (const { field, arg } of takers) {
    const others = field.args.filter(
      (other) => other !== arg && isNonNullType(other.type) && other.defaultValue === undefined,
    );
    expect([field.name, others]).toEqual([field.name, []]);
    const selection = isObjectType(getNamedType(field.type)) ? '{ __typename }' : '';
    for (const text of ['SearchDocument:0192f0c1-2345-7678-9abc-def012345678', 'mine']) {
      const { errors } = await ada.ask(`query ($id: ID!) { ${field.name}(${arg.name}: $id) ${selection} }`, {
        id: text,
      });
      expect(errors?.map(({ extensions }) => extensions)).toEqual([
        {
          code: 'BAD_USER_INPUT',
          issues: [
            { path: [arg.name], message: expect.stringMatching(/^must be the id of (a [^AEIOU]|an [AEIOU])\w+$/) },
          ],
        },
      ]);
    }
  }
});

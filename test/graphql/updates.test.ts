import { type GraphQLInputField, type GraphQLInputObjectType, getNamedType, isNonNullType } from 'graphql';
import { expect, test } from 'vitest';
import { testSchema } from '../support/app.ts';
import { adaAndBob, ownIn } from '../support/examples.ts';

/** The mutations that change some fields of a node, each with the fields of its input. */
const updates = Object.values(testSchema().getMutationType()?.getFields() ?? {})
  .filter(({ description }) => /Fields that are left out stay as they are/.test(description ?? ''))
  .map(({ name, description, args }) => ({
    name,
    description: description ?? '',
    fields: Object.values((getNamedType(args[0]?.type) as GraphQLInputObjectType).getFields()),
  }));

const isOptional = ({ name, type }: GraphQLInputField) =>
  !isNonNullType(type) && !['afterId', 'ifVersion'].includes(name);

/** The fields that the end of a description says null clears. */
const clearedBy = (description: string) =>
  [...(/; null clears (.*)\.$/.exec(description)?.[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name);

test('every update says that fields are kept if they are left out, and which of them null clears', () => {
  const named = Object.keys(testSchema().getMutationType()?.getFields() ?? {}).filter((name) =>
    name.startsWith('update'),
  );
  const names = updates.map(({ name }) => name);
  expect(names.toSorted()).toEqual(
    ['recordEngagementPulse', 'setDailyFocus', 'splitMeetingSeries', ...named].toSorted(),
  );
  expect(named.length).toBeGreaterThan(15);
  for (const { description } of updates)
    expect(description).toMatch(/ Fields that are left out stay as they are(; null clears [^.]*)?\.$/);
});

test('null is refused for every field that it does not clear, with what to do', async () => {
  const { ada, hers } = await adaAndBob();
  const ownId = ({ description }: GraphQLInputField) => /^The id of the (.*?)\./.exec(description ?? '')?.[1] ?? '';
  const typeOf = (words: string) =>
    words.replaceAll(/(?:^|[ -])(\w)/g, (_match, letter: string) => letter.toUpperCase());
  for (const { name, description, fields } of updates.filter(({ name }) => name.startsWith('update'))) {
    const id = fields.find((field) => field.name === 'id');
    const refused = fields.filter(isOptional).filter((field) => !clearedBy(description).includes(field.name));
    const input = {
      ...(id && { id: ownIn(hers)(typeOf(ownId(id))) }),
      ...Object.fromEntries(refused.map((field) => [field.name, null])),
    };
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const text = `mutation ($input: ${type}!) { ${name}(input: $input) { ... on InvalidInputError { issues { path message } } } }`;
    const { issues } = (await ada.query(text, { input }))[name];
    const message = 'must not be null: leave it out instead';
    const expected = refused.map((field) => ({ path: ['input', field.name], message }));
    const byPath = (a: { path: string[] }, b: { path: string[] }) => (String(a.path) < String(b.path) ? -1 : 1);
    expect([name, (issues ?? []).sort(byPath)]).toEqual([name, expected.sort(byPath)]);
  }
});

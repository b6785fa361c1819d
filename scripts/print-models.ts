import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { getDatamodel } from '../src/generated/pothos.ts';
import { root } from './root.ts';

const { models } = getDatamodel().datamodel;
type Model = (typeof models)[string];
type Column = Model['fields'][number];

/** The columns of owned records that the introduction describes once. */
const common = ['id', 'ownerId', 'version', 'createdAt', 'updatedAt', 'trashedAt'];

/** Whether the records of a model have an id and an owner. */
function owned({ fields }: Model): boolean {
  return fields.some(({ name, isId }) => name === 'id' && isId) && fields.some(({ name }) => name === 'ownerId');
}

/** The column that a normalized one derives from. Any other column is returned as it is. */
function withoutNormalized({ fields }: Model, name: string): string {
  const twin = name.replace(/Normalized$/, '');
  return fields.some((field) => field.name === twin) ? twin : name;
}

function columnsOf(model: Model): Column[] {
  return model.fields.filter(
    ({ kind, name }) =>
      kind !== 'object' && withoutNormalized(model, name) === name && !(owned(model) && common.includes(name)),
  );
}

/** The relations whose key a model has, except that of an owned model to its owner. */
function relationsOf(model: Model): Column[] {
  return model.fields.filter(
    ({ relationFromFields: [key] = [] }) => key !== undefined && !(owned(model) && key === 'ownerId'),
  );
}

/** Whether a model only joins two others. */
const isJoin = (model: Model) => relationsOf(model).length === 2 && columnsOf(model).length === 2;

function keysOf(model: Model, { name, isId }: Column): string {
  const primary = isId || model.primaryKey?.fields.includes(name);
  const foreign = relationsOf(model).some(({ relationFromFields }) => relationFromFields?.includes(name));
  const unique = model.fields.some((field) => field.isUnique && withoutNormalized(model, field.name) === name);
  return [primary && 'PK', foreign && 'FK', unique && 'UK'].filter(Boolean).join(', ');
}

/** Whether a column can be null, and the columns with which it is unique. */
function remarkOf(model: Model, { name, isRequired }: Column): string {
  const groups = model.uniqueIndexes.map(({ fields }) => fields.map((field) => withoutNormalized(model, field)));
  const unique = groups
    .filter((group) => group.includes(name))
    .map((group) => `unique with ${group.filter((other) => other !== name).join(', ')}`);
  return [...(isRequired ? [] : ['or null']), ...unique].join('; ');
}

function entity(name: string, model: Model): string[] {
  const lines = columnsOf(model).map((column) => {
    const remark = remarkOf(model, column);
    const parts = [column.type, column.name, keysOf(model, column), remark && `"${remark}"`];
    return `    ${parts.filter(Boolean).join(' ')}`;
  });
  return [`  ${name} {`, ...lines, '  }'];
}

/** A relation. The record that is referred to is on the left, those that refer to it are on the right. */
function relation(name: string, { type, isRequired, relationName, name: field }: Column): string {
  const back = models[type]?.fields.find(
    (other) => other.relationName === relationName && other.type === name && !other.relationFromFields?.length,
  );
  return `  ${type} ${isRequired ? '||' : '|o'}--${back?.isList ? 'o{' : 'o|'} ${name} : "${field}"`;
}

const relations = (name: string, model: Model) => relationsOf(model).map((column) => relation(name, column));

/** The relations in the overview, where a join model is a line between the two it joins. */
function relationsInShort(name: string, model: Model): string[] {
  const [one, other] = relationsOf(model);
  return one && other && isJoin(model) ? [`  ${one.type} }o--o{ ${other.type} : "${name}"`] : relations(name, model);
}

const diagram = (lines: string[]) => ['```mermaid', 'erDiagram', ...lines, '```', ''];

/** A file of models as a chapter. Relations are in the chapter of the model that has the key. */
function chapter(file: string): string[] {
  const names = [...readFileSync(file, 'utf8').matchAll(/^model (\w+)/gm)].map(([, name]) => name as string);
  const own = names.map((name): [string, Model] => {
    const model = models[name];
    if (!model) throw new Error(`${name} is not in the generated data model: run scripts/generate.ts first.`);
    return [name, model];
  });
  const title = basename(file, '.prisma').replaceAll('-', ' ');
  const descriptions = own.map(
    ([name, { documentation = '' }]) => `- **${name}**: ${documentation.replaceAll(/\s+/g, ' ')}`,
  );
  const entities = own.flatMap(([name, model]) => entity(name, model));
  const joined = own.flatMap(([name, model]) => relations(name, model));
  return [
    `## ${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    '',
    ...descriptions,
    '',
    ...diagram([...entities, ...joined]),
  ];
}

const introduction = `# Models

Generated from \`prisma/models/*.prisma\` by \`npm run generate\`. Edit those files.

Owned records have an \`id\`, an \`ownerId\` and \`createdAt\`; a \`version\` and \`updatedAt\` if they can be changed; and most of these have
\`trashedAt\`. The diagrams leave these columns out, and the relation to the owner. They also leave out normalized columns, such as
\`titleNormalized\` of \`title\`. A text whose normalized column is unique is marked as unique.

## Overview

All relations, except those to owners. A line with a fork at both ends is a model that only joins two others. Models without relations are only in
their chapters.
`;

/** The text of docs/MODELS.md: a diagram of the models, from the data model that the Pothos types carry. */
export function printModels(): string {
  const files = globSync('prisma/models/*.prisma', { cwd: root }).sort();
  const overview = Object.entries(models).flatMap(([name, model]) => relationsInShort(name, model));
  const chapters = files.flatMap((file) => chapter(join(root, file)));
  const text = [introduction, ...diagram(overview), ...chapters].join('\n');
  return `${text.trimEnd()}\n`;
}

import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { getDatamodel } from '../src/generated/pothos.ts';
import { root } from './root.ts';

const { models } = getDatamodel().datamodel;
type Model = (typeof models)[string];
type Column = Model['fields'][number];

/** What owned rows have beside what they are about; said once, at the top. */
const common = ['id', 'ownerId', 'version', 'createdAt', 'updatedAt', 'trashedAt'];

/** Whether a model's rows are owned in the usual way: by their owner's id, under an id of their own. */
function owned({ fields }: Model): boolean {
  return fields.some(({ name, isId }) => name === 'id' && isId) && fields.some(({ name }) => name === 'ownerId');
}

/** The column that another one is the folded twin of; any other column stands for itself. */
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

/** The relations whose key a model holds, but for the one to its owner where that key is left out. */
function relationsOf(model: Model): Column[] {
  return model.fields.filter(
    ({ relationFromFields: [key] = [] }) => key !== undefined && !(owned(model) && key === 'ownerId'),
  );
}

/** Whether a model does nothing but join two others. */
const joins = (model: Model) => relationsOf(model).length === 2 && columnsOf(model).length === 2;

function keysOf(model: Model, { name, isId }: Column): string {
  const primary = isId || model.primaryKey?.fields.includes(name);
  const foreign = relationsOf(model).some(({ relationFromFields }) => relationFromFields?.includes(name));
  const unique = model.fields.some((field) => field.isUnique && withoutNormalized(model, field.name) === name);
  return [primary && 'PK', foreign && 'FK', unique && 'UK'].filter(Boolean).join(', ');
}

/** What a column's type and keys leave open: whether it can be null, and with which others it is unique. */
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

/** A relation, from the row that is referred to on the left to those that refer to it on the right. */
function relation(name: string, { type, isRequired, relationName, name: field }: Column): string {
  const back = models[type]?.fields.find(
    (other) => other.relationName === relationName && other.type === name && !other.relationFromFields?.length,
  );
  return `  ${type} ${isRequired ? '||' : '|o'}--${back?.isList ? 'o{' : 'o|'} ${name} : "${field}"`;
}

const relations = (name: string, model: Model) => relationsOf(model).map((column) => relation(name, column));

/** The same in the overview, where a join of two models is a line between them. */
function relationsInShort(name: string, model: Model): string[] {
  const [one, other] = relationsOf(model);
  return one && other && joins(model) ? [`  ${one.type} }o--o{ ${other.type} : "${name}"`] : relations(name, model);
}

const diagram = (lines: string[]) => ['```mermaid', 'erDiagram', ...lines, '```', ''];

/** A file of models as a chapter. Its own relations follow its entities; what refers to them is in the others' chapters. */
function chapter(file: string): string[] {
  const names = [...readFileSync(file, 'utf8').matchAll(/^model (\w+)/gm)].map(([, name]) => name as string);
  const own = names.map((name): [string, Model] => {
    const model = models[name];
    if (!model) throw new Error(`${name} is not in the generated data model: run scripts/generate.ts first.`);
    return [name, model];
  });
  const title = basename(file, '.prisma').replaceAll('-', ' ');
  const said = own.map(([name, { documentation = '' }]) => `- **${name}**: ${documentation.replaceAll(/\s+/g, ' ')}`);
  const entities = own.flatMap(([name, model]) => entity(name, model));
  const joined = own.flatMap(([name, model]) => relations(name, model));
  return [
    `## ${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    '',
    ...said,
    '',
    ...diagram([...entities, ...joined]),
  ];
}

const introduction = `# Models

Generated from \`prisma/models/*.prisma\` by \`npm run generate\`; edit those.

Left out of the diagrams is what goes without saying of rows with an \`id\` and an \`ownerId\`: these two and \`createdAt\`, which all of them
have; \`version\` and \`updatedAt\`, which those have that are changed by themselves; \`trashedAt\`, which most of these have; and their
relation to the account that owns them. Left out everywhere are the folded twins, such as \`titleNormalized\` of \`title\`; a text that
is unique by its twin is marked as unique itself.

## Overview

Every relation but those left out above. A line with a fork at both ends stands for the model it is named after, which only joins the two.
Models that neither refer to another nor are referred to are in their chapters alone.
`;

/** The text of docs/MODELS.md: a diagram of the models, from the data model that the Pothos types carry. */
export function printModels(): string {
  const files = globSync('prisma/models/*.prisma', { cwd: root }).sort();
  const overview = Object.entries(models).flatMap(([name, model]) => relationsInShort(name, model));
  const chapters = files.flatMap((file) => chapter(join(root, file)));
  const text = [introduction, ...diagram(overview), ...chapters].join('\n');
  return `${text.trimEnd()}\n`;
}

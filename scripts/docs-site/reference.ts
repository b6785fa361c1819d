import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  print,
} from 'graphql';

/** The kinds of types, each with a page or one for each first letter. */
const kinds = ['objects', 'inputs', 'enums', 'unions', 'interfaces', 'scalars'] as const;
type Kind = (typeof kinds)[number];

const titles: Record<Kind, string> = {
  objects: 'Objects',
  inputs: 'Inputs',
  enums: 'Enums',
  unions: 'Unions',
  interfaces: 'Interfaces',
  scalars: 'Scalars',
};

function kindOf(type: GraphQLNamedType): Kind {
  if (isObjectType(type)) return 'objects';
  if (isInputObjectType(type)) return 'inputs';
  if (isEnumType(type)) return 'enums';
  if (isUnionType(type)) return 'unions';
  return isInterfaceType(type) ? 'interfaces' : 'scalars';
}

/** The name of the page that a type is on, within the reference. Objects and inputs are many. */
function pageOf(type: GraphQLNamedType): string {
  const kind = kindOf(type);
  return ['objects', 'inputs'].includes(kind) ? `${kind}-${type.name.charAt(0).toLowerCase()}` : kind;
}

const oneLine = (text: string | null | undefined) => (text ?? '').replaceAll(/\s*\n\s*/g, ' ').trim();
const inCell = (text: string) => text.replaceAll('|', '\\|');

/** A type as it is written, such as `[Task!]!`, with a link to its name. */
function typeText(type: { toString(): string }, named: GraphQLNamedType): string {
  if (isSpecifiedScalarType(named)) return `\`${String(type)}\``;
  return `[\`${String(type)}\`](${pageOf(named)}.md#${named.name})`;
}

/** What arguments and input fields have in common. */
type Input = Pick<GraphQLArgument, 'name' | 'type' | 'description' | 'astNode'>;

/** The default of an argument or input field. Empty for none. */
function defaultText({ astNode }: Input): string {
  return astNode?.defaultValue ? ` = ${print(astNode.defaultValue)}` : '';
}

const table = (head: readonly string[], rows: readonly string[][]) =>
  rows.length === 0 ? '' : [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const inputRows = (fields: readonly Input[]) =>
  fields.map((field) => [
    `\`${field.name}\``,
    inCell(`${typeText(field.type, getNamedType(field.type))}${defaultText(field)}`),
    inCell(oneLine(field.description)),
  ]);

/** What a field of an object takes, in short: its own section would be longer than all else. */
const argumentsText = (args: readonly Input[]) =>
  args.length === 0 ? '' : `(${args.map((arg) => `${arg.name}: ${String(arg.type)}${defaultText(arg)}`).join(', ')})`;

const fieldRows = (fields: readonly GraphQLField<unknown, unknown>[]) =>
  fields.map(({ name, args, type, description }) => [
    inCell(`\`${name}${argumentsText(args)}\``),
    inCell(typeText(type, getNamedType(type))),
    inCell(oneLine(description)),
  ]);

/** What there is to say about a type, below its heading. */
function bodyOf(type: GraphQLNamedType): string {
  if (isInputObjectType(type)) return table(['Field', 'Type', 'About'], inputRows(Object.values(type.getFields())));
  if (isEnumType(type))
    return table(
      ['Value', 'About'],
      type.getValues().map(({ name, description }) => [`\`${name}\``, inCell(oneLine(description))]),
    );
  if (isUnionType(type))
    return type
      .getTypes()
      .map((each) => `- ${typeText(each, each)}`)
      .join('\n');
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const implemented = type.getInterfaces().map((each) => typeText(each, each));
  const first = implemented.length === 0 ? '' : `Implements ${implemented.join(', ')}.\n\n`;
  return first + table(['Field', 'Type', 'About'], fieldRows(Object.values(type.getFields())));
}

const section = (type: GraphQLNamedType) =>
  [`## ${type.name} {#${type.name}}`, type.description ?? '', bodyOf(type)].filter(Boolean).join('\n\n');

/** A page of root fields, each with its arguments as a table. */
function operations(title: string, type: ReturnType<GraphQLSchema['getQueryType']>): string {
  const sections = Object.values(type?.getFields() ?? {}).map((field) =>
    [
      `## ${field.name} {#${field.name}}`,
      field.description ?? '',
      `Returns ${typeText(field.type, getNamedType(field.type))}.`,
      table(['Argument', 'Type', 'About'], inputRows(field.args)),
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
  return `# ${title}\n\n${sections.join('\n\n')}\n`;
}

/** The reference of a schema, as Markdown: the texts of the pages by their names. */
export function referenceOf(schema: GraphQLSchema): Map<string, string> {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const pages = new Map<string, string>([
    ['queries', operations('Queries', roots[0])],
    ['mutations', operations('Mutations', roots[1])],
    ['subscriptions', operations('Subscriptions', roots[2])],
  ]);
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type) && !roots.includes(type as never))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const byPage = Map.groupBy(types, pageOf);
  for (const kind of kinds) {
    for (const [name, all] of byPage) {
      if (name !== kind && !name.startsWith(`${kind}-`)) continue;
      const letter = name === kind ? '' : `: ${name.slice(-1).toUpperCase()}`;
      pages.set(name, `# ${titles[kind]}${letter}\n\n${all.map(section).join('\n\n')}\n`);
    }
  }
  return pages;
}

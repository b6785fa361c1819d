import { type DocumentNode, Lexer, type SelectionSetNode, Source, TokenKind, visit } from 'graphql';
import { atMost } from './too-large.ts';

/**
 * How large a document may be. The limits are checked before validation, whose rules compare fields with fields and
 * fragments with fragments: what they cost grows with the square of these numbers.
 */
const max = {
  characters: 256_000,
  tokens: 4_000,
  nesting: 100,
  definitions: 100,
  variables: 200,
  directives: 100,
  aliases: 60,
  fields: 1_000,
  depth: 16,
  comparisons: 10_000,
  selections: 5_000,
};

const advice = {
  values: 'Send values as variables.',
  split: 'Ask in several requests.',
};

/**
 * Checks the size and the nesting of a document's text, without parsing it: the parser calls itself for every bracket.
 * A text that has no tokens to count is left to the parser, which says what is wrong.
 * @throws GraphQLError TOO_LARGE
 */
export function checkText(text: string): void {
  atMost(max.characters, text.length, 'Characters in a document', advice.values);
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let nesting = 0;
  for (;;) {
    const kind = nextKind(lexer);
    if (kind === TokenKind.EOF) return;
    tokens += 1;
    if (opening.includes(kind)) nesting += 1;
    else if (closing.includes(kind)) nesting -= 1;
    atMost(max.tokens, tokens, 'Tokens in a document', advice.values);
    atMost(max.nesting, nesting, 'Brackets within each other', 'Nest less deeply.');
  }
}

const opening: readonly string[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
const closing: readonly string[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];

function nextKind(lexer: Lexer): TokenKind {
  try {
    return lexer.advance().kind;
  } catch {
    return TokenKind.EOF;
  }
}

/**
 * Checks what a parsed document consists of, as written and with its fragments where they are used.
 * @throws GraphQLError TOO_LARGE
 */
export function checkDocument(document: DocumentNode): void {
  const count = { fields: 0, aliases: 0, directives: 0, variables: 0 };
  visit(document, {
    Field(node) {
      count.fields += 1;
      if (node.alias) count.aliases += 1;
    },
    Directive() {
      count.directives += 1;
    },
    VariableDefinition() {
      count.variables += 1;
    },
  });
  atMost(max.definitions, document.definitions.length, 'Operations and fragments in a document', advice.split);
  atMost(max.variables, count.variables, 'Variables in a document', 'Use an input object or a list.');
  atMost(max.directives, count.directives, 'Directives in a document', advice.split);
  atMost(max.aliases, count.aliases, 'Aliases in a document', advice.split);
  atMost(max.fields, count.fields, 'Fields in a document', advice.split);
  checkMerging(document);
}

/**
 * Checks the fields of each operation as an execution merges them: by their path in the response, each fragment once for
 * each selection set. Validation compares each two fields of a path, and each two fragments of a selection set. Fragments
 * that no operation uses are compared, too.
 */
function checkMerging(document: DocumentNode): void {
  const fragments = document.definitions.filter((node) => node.kind === 'FragmentDefinition');
  const sets = new Map(fragments.map(({ name, selectionSet }) => [name.value, [selectionSet]]));
  const fragment = (name: string): readonly SelectionSetNode[] => sets.get(name) ?? [];
  const unused = new Set(sets.keys());
  const total = { selections: 0, comparisons: 0 };

  /** Checks the selection sets that make one object of the response, and everything below. */
  function merge(merged: readonly SelectionSetNode[], depth: number, operation: { fields: number }): void {
    atMost(max.depth, depth, 'Levels of fields in an operation', 'Ask for deeper objects by their ids.');
    const byName = new Map<string, { fields: number; sets: SelectionSetNode[] }>();
    const spread = new Set<string>();
    let spreads = 0;
    const open = [...merged];
    for (let set = open.pop(); set !== undefined; set = open.pop()) {
      for (const selection of set.selections) {
        total.selections += 1;
        atMost(max.selections, total.selections, 'Selections in a document, with its fragments', advice.split);
        if (selection.kind === 'Field') {
          const name = (selection.alias ?? selection.name).value;
          const same = byName.get(name) ?? { fields: 0, sets: [] };
          same.fields += 1;
          if (selection.selectionSet) same.sets.push(selection.selectionSet);
          byName.set(name, same);
          operation.fields += 1;
        } else if (selection.kind === 'InlineFragment') {
          open.push(selection.selectionSet);
        } else {
          const name = selection.name.value;
          spreads += 1;
          unused.delete(name);
          if (!spread.has(name)) open.push(...fragment(name));
          spread.add(name);
        }
      }
    }
    atMost(max.fields, operation.fields, 'Fields in an operation, with its fragments', advice.split);
    total.comparisons += pairs(spreads);
    for (const { fields } of byName.values()) total.comparisons += pairs(fields);
    atMost(max.comparisons, total.comparisons, 'Pairs of the same field in a document', 'Select each field once.');
    for (const same of byName.values()) if (same.sets.length > 0) merge(same.sets, depth + 1, operation);
  }

  for (const node of document.definitions)
    if (node.kind === 'OperationDefinition') merge([node.selectionSet], 1, { fields: 0 });
  for (const name of unused) merge(fragment(name), 1, { fields: 0 });
}

const pairs = (count: number) => (count * (count - 1)) / 2;

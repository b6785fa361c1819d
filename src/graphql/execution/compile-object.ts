import type { ResponsePath } from 'graphql';
import { type Execution, ignoreRejections } from './execution.ts';

/** The fields of an object of the response. */
export type Fields = { [responseName: string]: unknown };

/** How a value is read and completed that has nothing below it. */
export interface LeafPlan {
  /** The property of the object that it is, or how else it is made of the object alone. */
  readonly read: string | ((source: Fields) => unknown);
  /** JavaScript: what holds for the commonest values of `value`, which are in the response as they are. */
  readonly asIs: string;
  /** Completes any other value. */
  readonly complete: (
    value: unknown,
    source: unknown,
    execution: Execution,
    parent: ResponsePath | undefined,
  ) => unknown;
  /** Makes it null by an error, or fails. */
  readonly fail: (error: unknown, execution: Execution, parent: ResponsePath | undefined) => unknown;
}

/** A field of the objects of a type, with all that can be known of it before there is an object. */
export interface FieldPlan {
  readonly responseName: string;
  /** Resolves and completes it. Returns a promise if a part of it is one. */
  readonly run: (source: unknown, execution: Execution, parent: ResponsePath | undefined) => unknown;
  /** A shorter way to the same, for values with nothing below. */
  readonly leaf?: LeafPlan | undefined;
}

/** Executes the fields of an object beside each other (GraphQL, 6.3). Returns a promise if one of them does. */
export type ExecuteObject = (
  source: unknown,
  execution: Execution,
  path: ResponsePath | undefined,
) => Fields | Promise<Fields>;

/**
 * Writes what executes the fields of an object as code. It is written once for a selection, and run for each object: properties are
 * read by their names, and all objects are made by one literal, which JSON is made of in less time, too.
 */
export function compileObject(fields: readonly FieldPlan[]): ExecuteObject {
  const values = fields.map((_, i) => `v${i}`);
  const make = (valueAt: (index: number) => string) =>
    `({ ${fields.map(({ responseName }, i) => `${keyOf(responseName)}: ${valueAt(i)}`).join()} })`;
  const waits = values.map((value) => `${value} instanceof Promise`).join(' || ');
  const code = `
    const make = (values) => ${make((i) => `values[${i}]`)};
    return (source, execution, path) => {
      const object = typeof source === 'object' && source !== null || typeof source === 'function' ? source : nothing;
      ${values.map((value) => `let ${value};`).join(' ')}
      try {
        ${fields.map(({ leaf }, i) => (leaf ? leafCode(leaf, i) : `v${i} = fields[${i}].run(source, execution, path);`)).join('\n')}
      } catch (error) {
        ignoreRejections([${values.join()}]);
        throw error;
      }
      if (${waits || 'false'}) return Promise.all([${values.join()}]).then(make);
      return ${make((i) => `v${i}`)};
    };`;
  // oxlint-disable-next-line typescript/no-implied-eval -- It is made of names of GraphQL, and of what `LeafPlan` has, alone.
  return new Function('fields', 'leaves', 'nothing', 'ignoreRejections', code)(
    fields,
    fields.map(({ leaf }) => leaf),
    nothing,
    ignoreRejections,
  );
}

/** Of anything that is no object, every property is undefined. */
const nothing = Object.create(null);

/** The key of a field in a literal. That of `__proto__` would not be a property. */
const keyOf = (name: string) => (name === '__proto__' ? `['__proto__']` : JSON.stringify(name));

function leafCode({ read, asIs }: LeafPlan, i: number): string {
  const value = typeof read === 'string' ? `object[${JSON.stringify(read)}]` : `leaves[${i}].read(object)`;
  const isAsIs = asIs.replaceAll('value', `v${i}`);
  return `try {
    v${i} = ${value};
    if (!(${isAsIs})) v${i} = leaves[${i}].complete(v${i}, source, execution, path);
  } catch (error) {
    v${i} = leaves[${i}].fail(error, execution, path);
  }`;
}

import { type GraphQLSchema, printSchema, printType } from 'graphql';

/** The schema as text, in the schema definition language. It is made when it is asked for. */
export function createSchemaText(schema: GraphQLSchema) {
  let whole: string | undefined;
  return {
    /** All of it. */
    sdl: () => (whole ??= printSchema(schema)),
    /** One type. Null if there is none. */
    ofType(name: string): string | null {
      const type = schema.getType(name);
      return type ? printType(type) : null;
    },
    /** The names of its types, but those of introspection. */
    typeNames: () => Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__')),
  };
}

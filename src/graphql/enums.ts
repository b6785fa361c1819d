import type { EnumRef } from '@pothos/core';
import { enumTexts } from '../generated/enum-texts.ts';
import * as Enums from '../generated/sqlite/enums.ts';
import { once } from './registry.ts';
import type { Builder, Types } from './types.ts';

type Value<N extends keyof typeof Enums> = keyof (typeof Enums)[N] & string;

/** The reference to the GraphQL enum of a Prisma enum. */
export type EnumType<N extends keyof typeof Enums> = EnumRef<Types, Value<N>, Value<N>>;

/**
 * The GraphQL enum of a Prisma enum. Its descriptions are those in the model, the only place where they stand.
 * @throws when the enum or one of its values has none
 */
export function modelEnum<N extends keyof typeof Enums>(builder: Builder, name: N): EnumType<N> {
  return once(builder.options.registry, name, () => {
    const texts = enumTexts[name];
    const values = Object.keys(Enums[name]).map(
      (value) => [value, { description: textOf(texts?.values[value]) }] as const,
    );
    const options = { description: textOf(texts?.description), values: Object.fromEntries(values) };
    return builder.enumType(name as string, options) as EnumRef<Types, string, string> as EnumType<N>;

    function textOf(text: string | undefined): string {
      return text || `TODO ${name}`;
    }
  });
}

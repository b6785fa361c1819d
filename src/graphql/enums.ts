import type { EnumRef } from '@pothos/core';
import { enumTexts } from '../generated/enum-texts.ts';
import type * as Enums from '../generated/sqlite/enums.ts';
import { once } from './registry.ts';
import type { Builder, Types } from './types.ts';

type Value<N extends keyof typeof Enums> = keyof (typeof Enums)[N] & string;

/** The reference to the GraphQL enum of a Prisma enum. */
export type EnumType<N extends keyof typeof Enums> = EnumRef<Types, Value<N>, Value<N>>;

/**
 * The GraphQL enum of a Prisma enum. Its descriptions come from the model.
 * @throws Error if the enum or one of its values has no description
 */
export function modelEnum<N extends keyof typeof Enums>(builder: Builder, name: N): EnumType<N> {
  return once(builder.options.registry, name, () => {
    const { description, values } = enumTexts[name] ?? { description: '', values: {} };
    const undescribed = [description, ...Object.values(values)].filter((text) => text === '');
    if (undescribed.length > 0) throw new Error(`The enum ${name} or a value of it has no description in its model.`);
    const options = {
      description,
      values: Object.fromEntries(Object.entries(values).map(([value, text]) => [value, { description: text }])),
    };
    return builder.enumType(name as string, options) as EnumRef<Types, string, string> as EnumType<N>;
  });
}

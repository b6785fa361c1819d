import { z } from 'zod';
import * as Enums from '../../generated/sqlite/enums.ts';

const enums = { ...Enums };

/** A value of an enum of the models. */
export const enumOf = <N extends keyof typeof Enums>(name: N, error = `must be a value of ${name}`) =>
  z.enum(enums[name], { error });

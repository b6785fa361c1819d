import { z } from 'zod';
import * as Enums from '../../generated/sqlite/enums.ts';

/** A value of an enum of the models. */
export const enumOf = <N extends keyof typeof Enums>(name: N) =>
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: nothing is bundled
  z.enum(Enums[name], { error: `must be a value of ${name}` });

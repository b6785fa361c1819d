import type { Prisma } from '../../generated/sqlite/client.ts';

/**
 * A model whose records name nodes of any type, by global ids in text columns that no foreign key guards. Its feature
 * registers it, so that a hard delete removes its records together with the nodes they name, and an import has both or neither.
 */
export interface NodeReference {
  readonly model: Prisma.ModelName;
  readonly columns: readonly string[];
}

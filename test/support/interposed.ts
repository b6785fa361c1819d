import type { Database } from '../../src/platform/database/database.ts';
import type { ReadDatabase } from '../../src/platform/database/read-database.ts';

/** The same database, on which something happens before each read, told which model is read. */
export function interposed(database: Database, before: (model: string) => unknown): Database {
  const reads = new Proxy(database.reads, {
    get(models, model: keyof ReadDatabase) {
      if (model.startsWith('$')) return models[model];
      return new Proxy(models[model] as object, {
        get(methods, name) {
          const method = Reflect.get(methods, name) as (...args: unknown[]) => Promise<unknown>;
          return async (...args: unknown[]) => {
            await before(model);
            return method.apply(methods, args);
          };
        },
      });
    },
  });
  return { ...database, reads };
}

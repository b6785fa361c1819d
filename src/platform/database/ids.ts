import { v7 } from 'uuid';
import type { Prisma } from '../../generated/sqlite/client.ts';
import type { ModelKey } from './database.ts';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new UUIDv7 (RFC 9562): unique anywhere, and sorted by the moment it was made. */
export function newId(): string {
  return v7();
}

/** Whether a text is a UUID in its canonical lower-case form. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/** The type of a model's rows, as clients see it: `EnergyEntry` for energyEntry. */
export const modelNameOf = (model: ModelKey) => `${model.charAt(0).toUpperCase()}${model.slice(1)}` as Prisma.ModelName;

/** The id that clients see: the type's name and the row's UUID, such as `Task:0192…`, so that a client can make one. */
export function toGlobalId(type: string, id: string): string {
  return `${type}:${id}`;
}

/** The type and UUID inside a global id, or null when the text is not one. */
export function fromGlobalId(text: string): { type: string; id: string } | null {
  const [type, id, rest] = text.split(':');
  if (!type || id === undefined || rest !== undefined || !/^[A-Z][A-Za-z]*$/.test(type) || !isUuid(id)) return null;
  return { type, id };
}

/** A type as enums call it: `ENERGY_ENTRY` for EnergyEntry. */
export function toEnumName(type: string): string {
  return type.replaceAll(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { createRecord, updateRecord } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { caseFold } from '../../../platform/search/case-folding.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { personList } from './people.access.ts';
import {
  createPersonInput,
  emailKey,
  mentionKey,
  type NormalizedMention,
  normalizeMention,
  type PersonMention,
  updatePersonInput,
} from './people.rules.ts';

type Person = Row<'person'>;
type Tx = Transaction<ViewerContext>;

/** Lists the viewer's people. */
export const listPeople = listService(personList);

/** One of the viewer's people. Null if there is none with this id. */
export const getPerson = getService(personList);

/**
 * Creates a person.
 * @throws InvalidInputError if one of the addresses belongs to another of the viewer's people
 */
export async function createPerson(ctx: ViewerContext, input: InputOf<typeof createPersonInput>): Promise<Person> {
  const { id, emails, ...data } = parseInput(ctx, createPersonInput, input);
  return transaction(ctx, 'createPerson', (tx) =>
    createRecord(tx, 'person', input, id, async (create) => {
      if (emails) await requireFreeEmails(tx, emails, '');
      const person = await create(data);
      if (emails) await setEmails(tx, person.id, emails);
      return person;
    }),
  );
}

/**
 * Updates the given fields of a person. Addresses are replaced as a whole.
 * @throws InvalidInputError if one of the addresses belongs to another of the viewer's people
 */
export async function updatePerson(ctx: ViewerContext, input: InputOf<typeof updatePersonInput>): Promise<Person> {
  const { id, ifVersion, emails, ...changes } = parseInput(ctx, updatePersonInput, input);
  return transaction(ctx, 'updatePerson', (tx) =>
    updateRecord(
      tx,
      'person',
      { id, ifVersion },
      async () => {
        if (emails) await requireFreeEmails(tx, emails, id);
        return changes;
      },
      async () => emails !== undefined && setEmails(tx, id, emails),
    ),
  );
}

async function requireFreeEmails(tx: Tx, emails: string[], exceptId: string): Promise<void> {
  const taken = await tx.db.personEmail.findMany({
    where: { ...ownedBy(tx.viewer), emailNormalized: { in: emails.map(caseFold) }, NOT: { personId: exceptId } },
    include: { person: true },
  });
  if (taken.length === 0) return;
  throw new InvalidInputError(
    taken.map(({ emailNormalized, person }) => ({
      path: ['input', 'emails', String(emails.findIndex((email) => caseFold(email) === emailNormalized))],
      message: `is an address of ${person.trashedAt ? 'a person in the trash' : 'another person'}`,
    })),
  );
}

/** Replaces the addresses of a person. Returns whether anything changed. */
async function setEmails(tx: Tx, personId: string, emails: string[]): Promise<boolean> {
  const before = await tx.db.personEmail.findMany({ where: { personId }, orderBy: { position: 'asc' } });
  if (before.map(({ email }) => email).join() === emails.join()) return false;
  await tx.write.personEmail.delete({ personId });
  await tx.write.personEmail.createMany(emails.map((email, index) => ({ personId, email, position: index + 1 })));
  return true;
}

/**
 * Finds the viewer's people by how they are mentioned, and creates those that do not exist. Returns one person for each
 * mention, in the same order. An address finds the person it belongs to, and restores them from the trash. A mention
 * without an address finds the active person with exactly this name; the oldest if there are several. The number of
 * statements does not depend on the number of mentions.
 * @param mentions names and addresses that have passed the rules of this feature
 * @param path where the mentions are in the input
 * @throws InvalidInputError for mentions with neither a name nor an address
 */
export async function findOrCreatePeople(
  tx: Tx,
  mentions: readonly PersonMention[],
  path: string[],
): Promise<Person[]> {
  const all = mentions.map(normalizeMention);
  const unnamed = [...all.keys()].filter((index) => !all[index]?.name);
  if (unnamed.length > 0) {
    const message = 'must have a name or an email address';
    throw new InvalidInputError(unnamed.map((index) => ({ path: [...path, String(index)], message })));
  }
  const people = await findMentioned(tx, all);
  const missing = new Map<string, NormalizedMention>();
  for (const mention of all) {
    const key = mentionKey(mention);
    if (!people.has(key) && !missing.has(key)) missing.set(key, mention);
  }
  const created = await tx.write.person.createMany([...missing.values()].map(({ name }) => ({ name })));
  for (const [index, key] of [...missing.keys()].entries()) people.set(key, created[index] as Person);
  await tx.write.personEmail.createMany(
    [...missing].flatMap(([key, { email }]) =>
      email ? { personId: (people.get(key) as Person).id, email, position: 1 } : [],
    ),
  );
  return all.map((mention) => people.get(mentionKey(mention)) as Person);
}

/** The existing people among those mentioned, by the keys of their mentions. */
async function findMentioned(tx: Tx, all: readonly NormalizedMention[]): Promise<Map<string, Person>> {
  const emails = all.flatMap(({ email }) => (email ? caseFold(email) : []));
  const names = all.flatMap(({ name, email }) => (email ? [] : caseFold(name)));
  const byEmail = await inChunks(emails, (some) =>
    tx.db.personEmail.findMany({
      where: { ...ownedBy(tx.viewer), emailNormalized: { in: some } },
      include: { person: true },
    }),
  );
  // The newest first: of several people with one name, the oldest is the last to be put into the map.
  const byName = await inChunks(names, (some) =>
    tx.db.person.findMany({
      where: { AND: [ownedBy(tx.viewer), { nameNormalized: { in: some } }, active('person')] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
  );
  const trashedIds = byEmail.filter(({ person }) => person.trashedAt).map(({ personId }) => personId);
  const restored = await inChunks(trashedIds, (some) =>
    tx.write.person.update({ id: { in: some } }, { trashedAt: null }),
  );
  const restoredById = new Map(restored.map((person) => [person.id, person]));
  return new Map([
    ...byName.map((person) => [person.nameNormalized, person] as const),
    ...byEmail.map(
      ({ emailNormalized, person }) => [emailKey(emailNormalized), restoredById.get(person.id) ?? person] as const,
    ),
  ]);
}

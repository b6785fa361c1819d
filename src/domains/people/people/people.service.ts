import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, updateRecord } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { restoreService, trashService } from '../../../platform/records/trash-services.ts';
import { fold } from '../../../platform/search/case-folding.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { personList, visibleTo } from './people.access.ts';
import { createPersonInput, type Meant, meant, modelKeyOf, type Named, updatePersonInput } from './people.rules.ts';

type Person = Row<'person'>;
type Tx = Transaction<ViewerContext>;

/** The viewer's people, by name unless asked otherwise. */
export const listPeople = listService(personList);

/** One of the viewer's people. */
export const getPerson = getService(personList);

/** Makes a person. An e-mail address belongs to one of the viewer's people. */
export async function createPerson(ctx: ViewerContext, input: InputOf<typeof createPersonInput>): Promise<Person> {
  const { id, emails, ...data } = parseInput(createPersonInput, input);
  return transaction(ctx, 'createPerson', (tx) =>
    createRecord(tx, 'person', input, id, async (create) => {
      if (emails) await requireFreeEmails(tx, emails, '');
      const person = await create(data);
      if (emails) await setEmails(tx, person.id, emails);
      return person;
    }),
  );
}

/** Changes what is given of the person; their addresses all at once. */
export async function updatePerson(ctx: ViewerContext, input: InputOf<typeof updatePersonInput>): Promise<Person> {
  const { id, ifVersion, emails, ...changes } = parseInput(updatePersonInput, input);
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

/** Puts the person in the trash: they no longer show among the people, and what they were part of stays as it is. */
export const trashPerson = trashService('person');

/** Takes the person out of the trash. */
export const restorePerson = restoreService('person');

async function requireFreeEmails(tx: Tx, emails: string[], exceptId: string): Promise<void> {
  const taken = await tx.db.personEmail.findMany({
    where: { ownerId: tx.viewer.accountId, emailNormalized: { in: emails.map(fold) }, NOT: { personId: exceptId } },
    include: { person: true },
  });
  if (taken.length === 0) return;
  throw new InvalidInputError(
    taken.map(({ emailNormalized, person }) => ({
      path: ['input', 'emails', String(emails.findIndex((email) => fold(email) === emailNormalized))],
      message: `is an address of ${person.trashedAt ? 'a person in the trash' : 'another person'}`,
    })),
  );
}

/** Gives a person exactly these addresses, in this order, and answers whether that changed anything. */
async function setEmails(tx: Tx, personId: string, emails: string[]): Promise<boolean> {
  const before = await tx.db.personEmail.findMany({ where: { personId }, orderBy: { position: 'asc' } });
  if (before.map(({ email }) => email).join() === emails.join()) return false;
  await tx.write.personEmail.delete({ personId });
  await tx.write.personEmail.createMany(emails.map((email, index) => ({ personId, email, position: index + 1 })));
  return true;
}

/**
 * The viewer's people that are meant by names and addresses, in their order, for domains that people are part of. Whoever
 * has the address is meant, out of the trash if need be; without an address, whoever has just this name, the one made
 * first if there are several; and where there is nobody, they are made. Takes a handful of statements, however many are named.
 * @param named checked by the rules for a person's name and addresses
 * @param path where in the input they are named
 * @throws InvalidInputError naming those with neither name nor address
 */
export async function findOrCreatePeople(tx: Tx, named: readonly Named[], path: string[]): Promise<Person[]> {
  const all = named.map(meant);
  const nobody = [...all.keys()].filter((index) => !all[index]?.name);
  if (nobody.length > 0) {
    const message = 'must have a name or an e-mail address';
    throw new InvalidInputError(nobody.map((index) => ({ path: [...path, String(index)], message })));
  }
  const people = await findMeant(tx, all);
  const strangers = new Map<string, Meant>();
  for (const one of all) {
    const key = modelKeyOf(one);
    if (!people.has(key) && !strangers.has(key)) strangers.set(key, one);
  }
  const made = await tx.write.person.createMany([...strangers.values()].map(({ name }) => ({ name })));
  for (const [index, key] of [...strangers.keys()].entries()) people.set(key, made[index] as Person);
  await tx.write.personEmail.createMany(
    [...strangers].flatMap(([key, { email }]) =>
      email ? { personId: (people.get(key) as Person).id, email, position: 1 } : [],
    ),
  );
  return all.map((one) => people.get(modelKeyOf(one)) as Person);
}

/** Those of the people that there are already, by what they are meant by. */
async function findMeant(tx: Tx, all: readonly Meant[]): Promise<Map<string, Person>> {
  const emails = all.flatMap(({ email }) => (email ? fold(email) : []));
  const names = all.flatMap(({ name, email }) => (email ? [] : fold(name)));
  const byEmail = await inChunks(emails, (some) =>
    tx.db.personEmail.findMany({
      where: { ownerId: tx.viewer.accountId, emailNormalized: { in: some } },
      include: { person: true },
    }),
  );
  const byName = await inChunks(names, (some) =>
    tx.db.person.findMany({
      where: { AND: [visibleTo(tx.viewer), { nameNormalized: { in: some } }, active('person')] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
  );
  const gone = byEmail.filter(({ person }) => person.trashedAt).map(({ personId }) => personId);
  const restored = await inChunks(gone, (some) => tx.write.person.update({ id: { in: some } }, { trashedAt: null }));
  const asRestored = new Map(restored.map((person) => [person.id, person]));
  return new Map([
    ...byName.map((person) => [person.nameNormalized, person] as const),
    ...byEmail.map(
      ({ emailNormalized, person }) => [`<${emailNormalized}>`, asRestored.get(person.id) ?? person] as const,
    ),
  ]);
}

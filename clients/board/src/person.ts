/** Who is signed in at this browser. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const key = 'waymark-board';

export const readPerson = () => JSON.parse(localStorage.getItem(key) ?? 'null') as Person | null;

export function writePerson(person: Person | null): void {
  if (person) localStorage.setItem(key, JSON.stringify(person));
  else localStorage.removeItem(key);
}

/** Whether what another tab has stored says who is signed in. */
export const isOfPerson = (event: StorageEvent) => event.key === key || event.key === null;

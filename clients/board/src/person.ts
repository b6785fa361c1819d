/** Who is signed in at this browser. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const key = 'waymark-board';
const noticeKey = 'waymark-board-notice';

export const readPerson = () => JSON.parse(localStorage.getItem(key) ?? 'null') as Person | null;

/** Why nobody is signed in any more, for all tabs. Empty: for no special reason. */
export const readNotice = () => localStorage.getItem(noticeKey) ?? '';

export function writePerson(person: Person | null, notice = ''): void {
  // First, so that a tab that sees the other one has it.
  localStorage.setItem(noticeKey, notice);
  if (person) localStorage.setItem(key, JSON.stringify(person));
  else localStorage.removeItem(key);
}

/** Whether what another tab has stored says who is signed in. */
export const isOfPerson = (event: StorageEvent) => event.key === key || event.key === null;

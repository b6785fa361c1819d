import { useCallback, useEffect, useState } from 'react';
import { emptyOutbox } from '../../kit/outbox.ts';
import { type Account, openAccount } from './account.ts';
import { Board } from './board.tsx';
import type { CreateData } from './data/data.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { isOfPerson, type Person, readNotice, readPerson, writePerson } from './person.ts';
import { SignIn } from './sign-in.tsx';

interface AppProps {
  readonly endpoint: string;
  readonly createData: CreateData;
}

const readStored = () => ({ person: readPerson(), notice: readNotice() });

/** The page: a form to sign in, or the board of the person who is signed in. */
export function App({ endpoint, createData }: AppProps) {
  const [{ person, notice }, setStored] = useState(readStored);
  /** By the ids of people: nobody sees those of another person. */
  const [drafts] = useState(() => new Map<string, Drafts>());
  useEffect(() => {
    const follow = (event: StorageEvent) => {
      if (isOfPerson(event)) setStored(readStored());
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, []);
  useEffect(() => {
    if (person === null) return;
    return () => {
      // Who has signed out leaves nothing. A session that has ended says so.
      if (readPerson() === null && readNotice() === '') drafts.delete(person.id);
    };
  }, [drafts, person]);

  const change = useCallback((next: Person | null, text = '') => {
    writePerson(next, text);
    setStored({ person: next, notice: text });
  }, []);

  if (person === null) return <SignIn endpoint={endpoint} notice={notice} onSignedIn={change} />;
  const ofPerson = drafts.get(person.id) ?? createDrafts();
  drafts.set(person.id, ofPerson);
  // By the key, nothing of one person's board is left in that of the next.
  return (
    <SignedIn
      key={person.id}
      person={person}
      endpoint={endpoint}
      createData={createData}
      drafts={ofPerson}
      onSignedOut={change}
    />
  );
}

interface SignedInProps extends AppProps {
  readonly person: Person;
  readonly drafts: Drafts;
  readonly onSignedOut: (next: null, notice?: string) => void;
}

function SignedIn({ person, endpoint, createData, drafts, onSignedOut }: SignedInProps) {
  const [account, setAccount] = useState<Account | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    let isLeft = false;
    let isOver = false;
    let opened: Account | null = null;
    const onEnd = () => {
      // Late news of a session must not sign out the next person, nor say why to one who has signed out in another tab.
      if (isLeft || readPerson()?.id !== person.id) return;
      const { edits, refused } = opened?.outbox.view() ?? emptyOutbox;
      const count = edits.length + refused.length;
      isOver = true;
      opened?.end().catch(console.error);
      const waiting = count > 0 ? ` Edits that wait on this device for ${person.email}: ${count}.` : '';
      onSignedOut(null, `Your session has ended. Sign in again.${waiting}`);
    };
    openAccount(person, { endpoint, createData, drafts, onSignedOut: onEnd }).then(
      (result) => {
        opened = result;
        if (isOver) result.end().catch(console.error);
        else if (isLeft) result.stop();
        else setAccount(result);
      },
      (error: unknown) => setFailure(`This browser cannot keep edits: ${String(error)}`),
    );
    return () => {
      isLeft = true;
      opened?.stop();
    };
  }, [person, endpoint, createData, drafts, onSignedOut]);

  if (failure !== '') return <p role="alert">{failure}</p>;
  if (!account) return null;
  const { Provider } = account.data;
  function leave(opened: Account): void {
    void opened.signOut();
    onSignedOut(null);
  }
  return (
    <Provider>
      <Board account={account} person={person} onSignOut={() => leave(account)} />
    </Provider>
  );
}

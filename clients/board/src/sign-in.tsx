import { type FormEvent, useEffect, useRef, useState } from 'react';
import { createMemoryStore, createSession } from '../../kit/session.ts';
import { tokensOf } from './account.ts';
import type { CreateData } from './data/data.ts';
import { BoardSignIn } from './documents.ts';
import { Field, type Issues, readForm } from './field.tsx';
import type { Person } from './person.ts';

interface SignInProps {
  readonly endpoint: string;
  readonly createData: CreateData;
  /** Why somebody is to sign in. Empty: for no special reason. */
  readonly notice: string;
  readonly onSignedIn: (person: Person) => void;
}

export function SignIn({ endpoint, createData, notice, onSignedIn }: SignInProps) {
  const [message, setMessage] = useState('');
  const [issues, setIssues] = useState<Issues>([]);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (issues.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [issues]);

  async function signIn(input: { email: string; password: string }): Promise<void> {
    const session = createSession(endpoint, createMemoryStore());
    const data = createData({ endpoint, session, onSignedOut: () => {} });
    const { signIn: result } = await data.mutate(BoardSignIn, { input }).finally(() => data.stop());
    if (result.__typename !== 'SignInPayload') {
      setIssues(result.__typename === 'InvalidInputError' ? result.issues : []);
      setMessage(result.message);
      return;
    }
    const { accessToken, refreshToken, account } = result;
    if (!accessToken || !refreshToken) throw new Error('The server has sent no tokens.');
    tokensOf(account.id).write({ accessToken, refreshToken });
    // What is kept here is not to go when the disk is full.
    void navigator.storage?.persist?.().catch(() => false);
    onSignedIn({ id: account.id, name: account.name, email: account.email });
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    const value = readForm(event);
    setBusy(true);
    setMessage('');
    setIssues([]);
    signIn({ email: value('email'), password: value('password') })
      .catch(() => setMessage('The server cannot be reached.'))
      .finally(() => setBusy(false));
  }

  return (
    <main className="narrow">
      <h1>Board</h1>
      {notice !== '' && <p role="status">{notice}</p>}
      <form ref={form} onSubmit={submit} noValidate>
        <Field label="Email address" name="email" type="email" autoComplete="username" issues={issues} />
        <Field label="Password" name="password" type="password" autoComplete="current-password" issues={issues} />
        {message !== '' && <p role="alert">{message}</p>}
        <button type="submit" disabled={isBusy}>
          Sign in
        </button>
      </form>
    </main>
  );
}

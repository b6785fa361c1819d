import { type FormEvent, useEffect, useRef, useState } from 'react';
import { request } from '../../kit/request.ts';
import { tokensOf } from './account.ts';
import { BoardSignIn, BoardSignUp } from './documents.ts';
import { Field, focusFirstIssue, type Issues, readForm } from './field.tsx';
import type { Person } from './person.ts';
import { sentenceOf } from './refresher.ts';

interface SignInProps {
  readonly endpoint: string;
  /** Why somebody is to sign in. Empty: for no special reason. */
  readonly notice: string;
  readonly onSignedIn: (person: Person) => void;
}

const fields: readonly string[] = ['name', 'email', 'password'];

/** Signs somebody in, or creates an account where the server lets people do so. */
export function SignIn({ endpoint, notice, onSignedIn }: SignInProps) {
  const [isNew, setNew] = useState(false);
  const [message, setMessage] = useState('');
  const [issues, setIssues] = useState<Issues>([]);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (issues.length > 0) focusFirstIssue(form.current);
  }, [issues]);

  async function signIn(value: (name: string) => string): Promise<void> {
    const input = { email: value('email'), password: value('password') };
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const result = isNew
      ? (await request(endpoint, BoardSignUp, { input: { ...input, name: value('name'), timeZone } })).signUp
      : (await request(endpoint, BoardSignIn, { input })).signIn;
    if (result.__typename !== 'SignInPayload' && result.__typename !== 'SignUpPayload') {
      const found = result.__typename === 'InvalidInputError' ? result.issues : [];
      // What is said at a field is not said twice.
      const others = found.filter(({ path }) => !fields.includes(path.at(-1) ?? ''));
      setIssues(found);
      setMessage(found.length === 0 ? result.message : others.map((issue) => issue.message).join(' '));
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
    if (isBusy) return;
    setBusy(true);
    setMessage('');
    setIssues([]);
    signIn(value)
      .catch((error: unknown) => setMessage(sentenceOf(error)))
      .finally(() => setBusy(false));
  }

  function change(): void {
    setNew(!isNew);
    setMessage('');
    setIssues([]);
  }

  const action = isNew ? 'Create account' : 'Sign in';
  return (
    <main className="narrow">
      <h1>Board</h1>
      {notice !== '' && <p role="status">{notice}</p>}
      <form ref={form} onSubmit={submit} noValidate aria-label={action}>
        {isNew && <Field label="Name" name="name" autoComplete="name" issues={issues} />}
        <Field label="Email address" name="email" type="email" autoComplete="username" issues={issues} />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete={isNew ? 'new-password' : 'current-password'}
          issues={issues}
        />
        {message !== '' && <p role="alert">{message}</p>}
        <p role="status" className="muted">
          {isBusy && 'Asking the server.'}
        </p>
        <p className="actions">
          <button type="submit" aria-disabled={isBusy}>
            {action}
          </button>
          <button type="button" className="quiet" onClick={change}>
            {isNew ? 'I have an account' : 'I am new here'}
          </button>
        </p>
      </form>
    </main>
  );
}

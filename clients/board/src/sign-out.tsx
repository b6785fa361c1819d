import { useRef } from 'react';

interface SignOutProps {
  /** How many edits are not saved. */
  readonly count: number;
  readonly onSignOut: () => void;
}

/** Signs out, and asks before edits are lost by that. */
export function SignOut({ count, onSignOut }: SignOutProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" className="quiet" onClick={() => (count > 0 ? dialog.current?.showModal() : onSignOut())}>
        Sign out
      </button>
      <dialog ref={dialog} aria-labelledby="sign-out">
        <h2 id="sign-out">Sign out?</h2>
        <p>Edits that are not saved yet, and are discarded: {count}.</p>
        <p className="actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            Stay
          </button>
          <button type="button" className="quiet" onClick={onSignOut}>
            Discard and sign out
          </button>
        </p>
      </dialog>
    </>
  );
}

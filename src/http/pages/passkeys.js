/* Passkeys on the page of the account. Where there are no scripts or no WebAuthn, the page goes on without them. */

/** Runs a mutation, named `result` in the document. @returns its payload. Throws an Error with what there is to say. */
async function run(document, input) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-waymark-csrf': '1' },
    body: JSON.stringify({ query: document, variables: { input } }),
  });
  const { data, errors } = await response.json();
  const message = errors?.[0]?.message ?? data?.result?.message;
  if (message !== undefined) throw new Error(message);
  return data.result;
}

const beginRegistration = `mutation ($input: BeginPasskeyRegistrationInput!) {
  result: beginPasskeyRegistration(input: $input) {
    ... on BeginPasskeyRegistrationPayload { options }
    ... on Error { message }
  }
}`;

const register = `mutation ($input: RegisterPasskeyInput!) {
  result: registerPasskey(input: $input) { ... on RegisterPasskeyPayload { passkey { id } } ... on Error { message } }
}`;

const beginSignIn = `mutation {
  result: beginPasskeySignIn { ... on BeginPasskeySignInPayload { options } ... on Error { message } }
}`;

const signIn = `mutation ($input: SignInWithPasskeyInput!) {
  result: signInWithPasskey(input: $input) { ... on SignInWithPasskeyPayload { account { id } } ... on Error { message } }
}`;

async function addPasskey(form) {
  const { name, password } = Object.fromEntries(new FormData(form));
  const { options } = await run(beginRegistration, { password: password || null });
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await navigator.credentials.create({ publicKey });
  await run(register, { name, response: credential.toJSON() });
  location.assign('/');
}

async function signInWithPasskey() {
  const { options } = await run(beginSignIn);
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials.get({ publicKey });
  await run(signIn, { response: credential.toJSON(), cookie: true });
  location.assign('/');
}

/** Browsers say little about why there is no passkey: people shall not be told apart by it. */
const messages = {
  NotAllowedError: 'Nothing was chosen, or it took too long. Try again.',
  InvalidStateError: 'This device has a passkey for your account already.',
};

for (const place of document.querySelectorAll('[data-passkeys]')) {
  const { domain, passkeys: kind } = place.dataset;
  const isAtHome = `.${location.hostname}`.endsWith(`.${domain}`);
  const isSupported = typeof globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON === 'function';
  const shown = !isAtHome ? 'elsewhere' : isSupported ? 'here' : 'unsupported';
  for (const part of place.querySelectorAll('[data-shown]')) part.hidden = part.dataset.shown !== shown;
  const alert = place.querySelector('[role="alert"]');
  place.addEventListener(kind === 'add' ? 'submit' : 'click', (event) => {
    const button = kind === 'add' ? event.submitter : event.target.closest('button');
    if (!button) return;
    event.preventDefault();
    alert.hidden = true;
    button.disabled = true;
    (kind === 'add' ? addPasskey(event.target) : signInWithPasskey())
      .catch((error) => {
        alert.textContent = messages[error.name] ?? error.message;
        alert.hidden = false;
      })
      .finally(() => {
        button.disabled = false;
      });
  });
}

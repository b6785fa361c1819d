/** A mail in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mails from the address of the server. */
export interface Mailer {
  /** Resolves when the mail server has accepted the mail. @throws Error if it has not */
  send(mail: Mail): Promise<void>;
}

import type { Mailer } from '../../platform/runtime/mailer.ts';

/** How long a mail server may take to connect, and to respond, in milliseconds. */
const timeout = 10_000;

/**
 * Creates a mailer for a mail server (SMTP, RFC 5321). It connects for each mail: there are few.
 * @param url such as `smtps://user:password@mail.example.org`
 * @param from the address that mails are from
 */
export function createMailer(url: string, from: string): Mailer {
  return {
    async send(mail) {
      // Loaded on demand: most servers send no mail.
      const { createTransport } = await import('nodemailer');
      const timeouts = { connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout };
      await createTransport({ url, ...timeouts }, { from }).sendMail(mail);
    },
  };
}

/** How long a sign-in link is valid, in milliseconds. It is meant to be opened at once. */
export const signInLinkLifetime = 60 * 60 * 1000;
/** For how many days expired sign-in links are kept. */
export const signInLinkRetentionDays = 30;

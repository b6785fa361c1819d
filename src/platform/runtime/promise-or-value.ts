/** What is mostly known at once, and is waited for only where it is not. A promise for each would cost more than most of the work. */
export type PromiseOrValue<T> = T | Promise<T>;

/** What follows from a value, as soon as that is known. */
export const whenKnown = <T, U>(
  value: PromiseOrValue<T>,
  follow: (value: T) => PromiseOrValue<U>,
): PromiseOrValue<U> => (value instanceof Promise ? value.then(follow) : follow(value));

/** Whether the stream of changes is there. */
export interface LiveState {
  readonly isDelayed: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  readonly setDelayed: (isDelayed: boolean) => void;
}

export function createLiveState(): LiveState {
  const listeners = new Set<() => void>();
  let isDelayed = false;
  return {
    isDelayed: () => isDelayed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setDelayed(next) {
      isDelayed = next;
      for (const listener of listeners) listener();
    },
  };
}

/** The words of a type's name: `energy entry` for EnergyEntry, and `goal check-in` for GoalCheckIn. */
export const wordsOfType = (name: string) =>
  name
    .replaceAll(/(?!^)([A-Z])/g, ' $1')
    .toLowerCase()
    .replace('check in', 'check-in');

/** A field's name as the start of a type's name: `CreateTask` for createTask. */
export const capitalize = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** The words of a type's name: `energy entry` for EnergyEntry. */
export const wordsOfType = (name: string) => name.replaceAll(/(?!^)([A-Z])/g, ' $1').toLowerCase();

/** A field's name as the start of a type's name: `CreateTask` for createTask. */
export const capitalize = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

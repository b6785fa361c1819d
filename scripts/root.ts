import { join } from 'node:path';

/** The project's folder: scripts work on it wherever they are started. */
export const root = join(import.meta.dirname, '..');

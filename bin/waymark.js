#!/usr/bin/env node
// Plain JavaScript, because a Node that is too old cannot read the sources.
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What to do about an error that comes from the installation. Null for any other error. */
function remedy({ code, message, path, stderr }) {
  const [, missing] = /^Cannot find (?:package|module) '((?:@[\w.-]+\/)?[\w-][\w.-]*)/.exec(message ?? '') ?? [];
  if (missing !== undefined) return `The package ${missing} is missing. Run "npm ci" in ${root}.`;
  if (/^Cannot find native binding/.test(message))
    return `The binary of a package is missing. Run "npm ci" in ${root}, without --omit=optional.`;
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return `${path} cannot be written. Waymark generates code there when it first starts. Run "npm run generate:client" as a user who can write in ${root}.`;
  return stderr ? `The database client could not be generated.\n\n${stderr.trim()}` : null;
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Waymark needs Node 22.18 or later, and this is ${process.versions.node}. Install it from nodejs.org. On Linux, "npm ci" also installs one, which "npm start" uses.`,
  );
  process.exit(1);
}
try {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  // A clone has no generated code, and a change of the models makes it stale.
  const { generateClients } = await import('../scripts/generate.ts');
  await generateClients();
  const { main } = await import('../src/main.ts');
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const advice = remedy(Object(error));
  if (advice === null) throw error;
  console.error(advice);
  process.exitCode = 1;
}

#!/usr/bin/env node
// Plain JavaScript, so that a Node too old to read the sources can still say so.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Waymark needs Node 22.18 or later, and this is ${process.versions.node}. Install a newer one from nodejs.org, or start it with "npm start".`,
  );
  process.exit(1);
}
// Compiled code is kept between starts, where the folder for temporary files allows it.
const { enableCompileCache } = await import('node:module');
enableCompileCache();
// A clone brings no generated code, and a change of the models makes what there is stale.
const { generateClients } = await import('../scripts/generate.ts');
await generateClients();
const { main } = await import('../src/main.ts');
process.exitCode = await main(process.argv.slice(2));

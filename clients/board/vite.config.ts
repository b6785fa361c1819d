import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
/** index.html by Apollo Client, urql.html by urql: those that are there. */
const pages = ['index.html', 'urql.html'].map((page) => join(root, page)).filter((page) => existsSync(page));

export default defineConfig({
  root,
  base: './',
  server: { port: 5173, strictPort: true },
  build: { target: 'es2022', rolldownOptions: { input: pages } },
});

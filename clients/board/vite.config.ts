import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** Two pages: index.html by Apollo Client, urql.html by urql. Keep the one that you use. */
export default defineConfig({
  root,
  base: './',
  server: { port: 5173, strictPort: true },
  build: {
    target: 'es2022',
    rolldownOptions: { input: [join(root, 'index.html'), join(root, 'urql.html')] },
  },
});

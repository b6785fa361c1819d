import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { CreateData } from './data/data.ts';
import { keepFocus } from './keep-focus.ts';

/** Starts the page with one of the data layers. */
export function start(createData: CreateData): void {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="waymark-endpoint"]');
  const root = document.getElementById('root');
  if (!meta || !root) throw new Error('The page has no root, or does not say where the server is.');
  keepFocus(root);
  createRoot(root).render(<App endpoint={meta.content} createData={createData} />);

  // The server of the development has no files to keep.
  if ('serviceWorker' in navigator && !document.querySelector('script[src*="/@vite/"]')) {
    const page = encodeURIComponent(location.pathname);
    navigator.serviceWorker.register(`service-worker.js?page=${page}`).catch(console.error);
  }
}

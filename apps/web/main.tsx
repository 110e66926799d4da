import { createRoot, type Root } from 'react-dom/client';

const element = document.getElementById('root');
if (element) void start(createRoot(element));

/** The public reads without the libraries of those who work here. */
async function start(root: Root): Promise<void> {
  if (/^\/public(?:\/|$)/u.test(location.pathname)) {
    const { PublicApp } = await import('./public/index.ts');
    root.render(<PublicApp />);
  } else {
    const { App } = await import('./app/app.tsx');
    root.render(<App />);
  }
}

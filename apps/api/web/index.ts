export { serveWeb } from './serve-web.ts';
export { readWebPages, type WebFile, type WebPages } from './web-pages.ts';

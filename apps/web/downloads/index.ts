export { DownloadMenu } from './download-menu.tsx';
export { useTaking } from './use-taking.ts';

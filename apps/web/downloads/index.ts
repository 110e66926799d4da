export { chosenFile } from './chosen-file.ts';
export { DownloadMenu } from './download-menu.tsx';
export { useTaking } from './use-taking.ts';

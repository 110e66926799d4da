export { Frame } from './frame.tsx';
export { seesForms } from './menu.ts';

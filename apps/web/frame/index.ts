export { Frame } from './frame.tsx';
export { menuOf, seesForms } from './menu.ts';

export { windowNames, windowTerm } from './window-terms.ts';

export { StateWord } from './state-word.tsx';
export { stateTerm } from './state-term.ts';

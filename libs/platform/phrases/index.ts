export { LONGEST_PHRASE, MOST_PHRASES, Phrases, type Owner } from './phrases.ts';

export { LONGEST_PHRASE, MOST_PHRASES, Phrases, type Owner, type Phrase } from './phrases.ts';

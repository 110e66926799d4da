export { sayChange, sayValue } from './say-change.ts';

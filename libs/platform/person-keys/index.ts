export { rememberKeys, type RememberedKeys } from './remembered-keys.ts';

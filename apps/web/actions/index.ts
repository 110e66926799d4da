export { ActionBar } from './action-bar.tsx';
export { useReturnFocus } from './use-return-focus.ts';

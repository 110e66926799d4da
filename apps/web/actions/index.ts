export { ActionBar } from './action-bar.tsx';
export { ActionDialog } from './action-dialog.tsx';
export { type Action } from './action.ts';
export { useReturnFocus } from './use-return-focus.ts';
export { acceptingOf, decliningOf, proposingOf } from './wordings.ts';

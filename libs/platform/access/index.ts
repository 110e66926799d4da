export { Access, openAccess, type Admission, type SignIn, type SignInRequest } from './access.ts';
export { FAILURES_ALLOWED, LOCKED_FOR_MS } from './attempts.ts';
export { LINK_LIVES_MS } from './links.ts';
export { TooBusy } from './passwords.ts';
export { IDLE_MS, LONGEST_MS } from './sessions.ts';
export { type SignInKind, type SignInOutcome } from './sign-in-log.ts';

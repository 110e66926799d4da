import { type OidcConfiguration } from '#platform/configuration';

/** What the interface has to know of the installation. */
export interface ApiSettings {
  /** As the browser sees us. */
  origin: string;
  /** Cookies travel over TLS only. */
  secureCookies: boolean;
  /** Milliseconds since 1970; only tests pass another clock. */
  now: () => number;
  /** User names that anybody may sign in as with one click: the demo's. Empty everywhere else. */
  openAccounts: readonly string[];
  /** The identity provider to sign in through, `null` where there is none. */
  oidc: OidcConfiguration | null;
  /** How often a live connection is spoken on, and its session looked at. Default 20,000 ms; tests wait less. */
  heartbeatMs?: number;
}

/** Injection token of `ApiSettings`. */
export const SETTINGS = Symbol('settings');
/** Injection token of the read models. */
export const READ_MODELS = Symbol('read models');
/** Injection token of what signed roots and audit packages stand on. */
export const AUDIT = Symbol('audit');
/** Injection token of inbox, reminders and queues. */
export const JOBS = Symbol('jobs');
/** Injection token of the attachments. */
export const ATTACHMENTS = Symbol('attachments');
/** Injection token of the event store. */
export const STORE = Symbol('event store');

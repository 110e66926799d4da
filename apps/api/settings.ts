/** What the interface has to know of the installation. */
export interface ApiSettings {
  /** As the browser sees us. */
  origin: string;
  /** Cookies travel over TLS only. */
  secureCookies: boolean;
  /** Milliseconds since 1970; only tests pass another clock. */
  now: () => number;
}

/** Injection token of `ApiSettings`. */
export const SETTINGS = Symbol('settings');

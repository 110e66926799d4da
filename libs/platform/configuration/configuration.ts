import type { AttachmentConfiguration } from './attachment-store.ts';
import type { NoticeConfiguration } from './notices.ts';
import type { OidcConfiguration } from './oidc.ts';

/** How one installation runs: every variable that the system reads, checked. */
export interface Configuration {
  /** NODE_ENV=production: no demo jurisdiction, no demo accounts. */
  production: boolean;
  /** The address to listen on; 127.0.0.1 unless HOST says otherwise. */
  host: string;
  port: number;
  /** As the browser sees us (scheme, host, port), against which the Origin of a request is checked. */
  origin: string;
  /** Relative to the working directory; ./data unless given. */
  dataFolder: string;
  /** Absent = a random one, printed once. */
  demoPassword?: string;
  /** Absent = the embedded PostgreSQL. */
  databaseUrl?: string;
  /** Absent = the event store is in PostgreSQL. */
  eventStoreUrl?: string;
  /** Absent = jobs are queued in PostgreSQL. */
  redisUrl?: string;
  /** 区划代码 of the one jurisdiction of this installation (GB/T 2260, six digits); it is in every event. */
  jurisdiction: string;
  /** The file with the keys of personal details, kept and backed up apart from the event store. Absent = in the data folder. */
  keysFile?: string;
  /** The file with the key that signs roots of the history; made where it is missing. Absent = in the data folder. */
  sealKeyFile?: string;
  /** That key itself, in PEM, where it comes from a variable and no file is made. */
  sealKeyText?: string;
  /** How long after a change a root is signed over it, at most. */
  sealMinutes: number;
  /** Where signed roots are posted to, besides the file roots.jsonl in the data folder. */
  sealWebhook?: string;
  /** Absent = people sign in with a password only. */
  oidc?: OidcConfiguration;
  /** Files beside the forms. */
  attachments: AttachmentConfiguration;
  /** Mail and robots; the inbox needs nothing. */
  notices: NoticeConfiguration;
  logLevel: LogLevel;
}

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A province 99 does not exist, so no invented figure can be taken for a real county's. */
export const DEMO_JURISDICTION = '990100';

/** Which part of the record a package holds. */
export type PackageScope = { target: string } | { department: string } | { campaign: string };

/** What a package says of itself: `manifest.json`, its last entry. */
export interface Manifest {
  v: 1;
  /** UUID of the package. */
  id: string;
  scope: PackageScope;
  /** ISO 8601 with offset. */
  made: string;
  /** Who asked for it. */
  by: string;
  /** The signed root that every event in here is proved against. */
  root: { size: number; root: string; time: string; keyId: string };
  streams: { stream: string; events: number; head: string }[];
  files: { name: string; size: number; sha256: string }[];
}

/** A line of `<stream>/proofs.jsonl`: the event's seal and its way into the signed log. Hashes in base64. */
export interface ProofLine {
  revision: number;
  id: string;
  seal: string;
  leaf: number;
  path: string[];
}

/** A line of `consistency.jsonl`: that the log of an earlier root is the beginning of this package's. */
export interface ConsistencyLine {
  from: number;
  path: string[];
}

/** The end of the zip file, in its comment: a signature over every byte before it. */
export interface ClosingSeal {
  keyId: string;
  sha256: string;
  signature: string;
}

export const MANIFEST = 'manifest.json';
/** The stream `seals` up to the root: every signed root and key, as stored. */
export const ROOTS = 'roots.jsonl';
export const CONSISTENCY = 'consistency.jsonl';
/** What units were told that had no target: of a package that holds more than one target. */
export const REMINDERS = 'reminders.jsonl';
export const README = '说明.txt';
export const eventsOf = (stream: string): string => `${stream}/events.jsonl`;
export const proofsOf = (stream: string): string => `${stream}/proofs.jsonl`;

/** What the closing seal signs. */
export const closingText = (sha256: string): string => `mubiao package\n${sha256}\n`;

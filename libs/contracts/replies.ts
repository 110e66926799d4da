import { type Form } from '#form';
import { type Campaign } from '#domain/campaign';
import { type Role } from '#domain/directory';
import {
  type Classified,
  type Decision,
  type Disclosure,
  type Finding,
  type Grant,
  type Office,
  type ScoreSheet,
  type Stage,
  type Stated,
  type TargetCommandType,
  type TargetState,
  type Wording,
} from '#domain/target';
import { type TargetOutline } from './outline.ts';
import { type Problem } from './problem.ts';

/** What every change answers; `position` is opaque, null where nothing was written. */
export interface ChangeReply {
  id: string;
  revision: number;
  position: string | null;
}

/** `GET /api/targets/:id/last-year`: what the unit set out to do a year before, and what came of it. Money in 万元. */
export interface LastYearView {
  item: {
    id: string;
    fiscalYear: number;
    state: TargetState;
    form: Form;
    grant?: Grant;
    /** Once the bureau has confirmed it. */
    evaluation?: ScoreSheet;
  } | null;
}

/** What became of one target of a batch. */
export type BatchItem =
  | { id: string; outcome: 'done'; revision: number; position: string | null }
  | { id: string; outcome: 'left-out'; problem: Pick<Problem, 'code' | 'detail'> };

/** `POST /api/batches/…`, in the order asked for; `position` is the latest of them, null where nothing was done. */
export interface BatchReply {
  items: readonly BatchItem[];
  position: string | null;
}

/** `GET /api/me`. People of the bureau have no unit and department; people of a unit no sections. */
export interface Me {
  user: string;
  name: string;
  post: string;
  roles: Role[];
  unit: Office | null;
  department: Office | null;
  sections: { id: string; name: string; departments: string[] }[];
}

/** `GET /api/session/offers`: ways to sign in besides name and password. */
export interface SignInOffers {
  /** Accounts that one click signs in to; `null` outside the demo. */
  demo: { accounts: { username: string; name: string; post: string; organisation: string }[] } | null;
  /** The identity provider, by the name that people know it by. */
  oidc: { name: string } | null;
}

/** An item of `GET /api/sign-ins`, 登录记录. */
export interface SignInEntry {
  id: string;
  /** ISO 8601 in UTC. */
  time: string;
  /** Null: nobody was known by that name; the name itself is not kept, it may be a mistyped password. */
  user: string | null;
  address: string;
  outcome: 'signed-in' | 'signed-out' | 'refused' | 'locked';
  /** By what somebody proved who they are: a password, the identity provider, or one click in the demo; null for a sign-out. */
  kind: 'password' | 'oidc' | 'demo' | null;
}

/** A canned phrase (常用语) of an opinion. */
export interface Phrase {
  id: string;
  decision: Decision;
  text: string;
  /** One's own; the office's otherwise. */
  isOwn: boolean;
}

/** How far an audit package has got. */
export interface PackageProgress {
  state: 'waiting' | 'running' | 'ready' | 'failed' | 'cancelled' | 'expired';
  /** Targets written, of how many; null before they are counted. */
  done: number;
  total: number | null;
  /** Of the file, once it is ready. */
  size: number | null;
  sha256: string | null;
  /** A sentence for the user. */
  failure: string | null;
}

/** `GET /api/events`: what changed for the person who listens; a hint to ask again, never the thing itself. */
export type LiveEvent =
  /** From here on nothing is missed. */
  | { type: 'open' }
  | { type: 'target'; id: string; revision: number; state: TargetState }
  /** Something came to the person, changed or went away. */
  | { type: 'tasks' }
  /** Units, people, offices or campaigns. */
  | { type: 'register' }
  | { type: 'inbox' }
  /** Too much was missed to tell one by one: whatever is shown is to be asked for again. */
  | { type: 'reset' }
  /** The session is over: signing in again comes before listening again. */
  | { type: 'ended' };

/** `GET /api/targets/:id`; also a target as it was. Money in 万元, times ISO 8601 with offset. */
export interface TargetView extends TargetOutline {
  /** When it became so. */
  time: string;
  form: Form;
  /** What the document said of unit, department or year where the register says otherwise. */
  stated: Stated;
  findings: readonly Finding[];
  ceiling?: string;
  /** 涉密: the form is filed offline, `form` holds nothing but its kind. */
  classified?: Classified;
  grant?: Grant;
  disclosure?: Disclosure;
  evaluation?: ScoreSheet;
  chain: readonly Stage[];
  wordings: readonly Wording[];
  /** What this person may do with it now; empty for the past. */
  allowed: readonly TargetCommandType[];
}

/** `GET /api/targets/:id/seal`. */
export interface SealView {
  intact: boolean;
  events: number;
  /** Seal of the last event. */
  head: string | null;
  /** The last signed root, where it covers the last event; null = not yet anchored. */
  anchored: { size: number; root: string; time: string } | null;
  firstBad?: { revision: number; id: string; why: string };
}

/** A page of a list; `next` is the cursor of the page after it. */
export interface Page<T> {
  items: readonly T[];
  total: number;
  next: string | null;
}

/** An item of `GET /api/campaigns`; windows are days, both inclusive. */
export interface CampaignView extends Campaign {
  id: string;
  revision: number;
}

import { GRADES } from '#domain';
import { ROLES } from '#domain/directory';
import { LIFECYCLE, TARGET_STATES } from '#domain/target';
import { PHRASE_SCHEMAS } from './people.ts';
import { PUBLIC_SCHEMAS } from './public.ts';
import {
  anything,
  count,
  form,
  list,
  object,
  office,
  orNull,
  page,
  text,
  uuid,
  type Schema,
} from './words.ts';

const commands = [...new Set(Object.values(LIFECYCLE).flat())];
const finding = object({
  code: text,
  severity: { enum: ['error', 'warning', 'hint'] },
  path: text,
  message: text,
});
const change = object(
  { path: text, kind: { enum: ['added', 'removed', 'changed', 'moved'] }, from: {}, to: {} },
  ['from', 'to'],
);

const grant = object({ documentNumber: text, date: text, amount: text, formRevision: count });
const evaluation = object({
  execution: anything,
  indicators: list(anything),
  total: text,
  grade: { enum: [...GRADES] },
});

const TARGET = object(
  {
    id: uuid,
    revision: count,
    time: { type: 'string', format: 'date-time' },
    state: { enum: TARGET_STATES.filter((state) => state !== 'none') },
    stage: orNull(object({ id: text, name: text, index: count, of: count })),
    round: count,
    budgetRound: count,
    kind: { enum: ['project', 'overall', 'direction'] },
    campaignId: text,
    fiscalYear: count,
    unit: office,
    department: office,
    presented: { type: 'boolean' },
    form,
    stated: anything,
    findings: list(finding),
    ceiling: text,
    classified: object({ code: text, reason: text }),
    grant,
    disclosure: anything,
    evaluation,
    chain: list(anything),
    wordings: list(anything),
    allowed: list({ enum: commands }),
  },
  ['ceiling', 'classified', 'grant', 'disclosure', 'evaluation'],
);

const SIGNED_ROOT = object({
  origin: text,
  size: count,
  root: text,
  keyId: text,
  keyRevision: count,
  signature: text,
  revision: count,
  time: text,
});

/** What replies look like, by name. */
export const REPLY_SCHEMAS: Readonly<Record<string, Schema>> = {
  ...PUBLIC_SCHEMAS,
  ...PHRASE_SCHEMAS,
  ChangeReply: object({ id: text, revision: count, position: orNull(text) }),
  Batch: object({
    items: list(
      object(
        {
          id: uuid,
          outcome: { enum: ['done', 'left-out'] },
          revision: count,
          position: orNull(text),
          problem: object({ code: text, detail: text }),
        },
        ['revision', 'position', 'problem'],
      ),
    ),
    position: orNull(text),
  }),
  Problem: object({
    type: text,
    title: text,
    status: count,
    detail: text,
    code: text,
    errors: list(object({ path: text, message: text })),
  }),
  Me: object({
    user: text,
    name: text,
    post: text,
    roles: list({ enum: [...ROLES] }),
    unit: orNull(office),
    department: orNull(office),
    sections: list(object({ id: text, name: text, departments: list(text) })),
  }),
  Target: TARGET,
  LastYear: object({
    item: orNull(
      object(
        {
          id: uuid,
          fiscalYear: count,
          state: { enum: TARGET_STATES.filter((state) => state !== 'none') },
          form,
          grant,
          evaluation,
        },
        ['grant', 'evaluation'],
      ),
    ),
  }),
  History: object({
    items: list(
      object(
        {
          revision: count,
          id: text,
          type: text,
          label: text,
          time: text,
          actor: anything,
          comment: text,
          changes: list(change),
          data: anything,
          seal: text,
        },
        ['comment'],
      ),
    ),
  }),
  Changes: object({ changes: list(change) }),
  Seal: object(
    {
      intact: { type: 'boolean' },
      events: count,
      head: orNull(text),
      anchored: orNull(object({ size: count, root: text, time: text })),
      firstBad: object({ revision: count, id: text, why: text }),
    },
    ['firstBad'],
  ),
  SignedRoot: SIGNED_ROOT,
  SignedRoots: object({ items: list(SIGNED_ROOT), total: count, next: orNull(text), keys: list(anything) }),
  InclusionProof: object({
    stream: text,
    revision: count,
    seal: text,
    leaf: count,
    size: count,
    root: text,
    path: list(text),
  }),
  ConsistencyProof: object({ from: count, to: count, path: list(text) }),
  AuditPackage: object({
    id: text,
    scope: anything,
    by: text,
    time: text,
    state: { enum: ['waiting', 'running', 'ready', 'failed', 'cancelled', 'expired'] },
    done: count,
    total: orNull(count),
    size: orNull(count),
    sha256: orNull(text),
    failure: orNull(text),
  }),
  List: object({ items: list(anything) }),
  Page: page(anything),
  DepartmentOverview: object({
    department: office,
    targets: count,
    amount: text,
    states: list(anything),
    submission: anything,
    returns: anything,
    findingsAnswered: count,
    reviewGrades: anything,
    evaluation: anything,
    units: list(anything),
  }),
  CampaignProgress: object({
    campaign: object({ id: text, name: text, fiscalYear: count, state: text }),
    states: list(anything),
    stages: list(anything),
    departments: list(anything),
  }),
  BudgetGate: object({
    items: list(object({ target: anything, reason: text })),
    total: count,
    next: orNull(text),
    passed: object({ count, amount: text }),
    blocked: object({ count, amount: text }),
  }),
  Link: object({ token: text }),
  Imports: object({
    items: list(
      object({
        file: text,
        key: text,
        form,
        opinions: list(object({ stage: text, comment: text, date: text }, ['comment', 'date'])),
        places: {
          type: 'object',
          additionalProperties: object({
            table: count,
            row: count,
            column: count,
            text,
            confidence: { type: 'number', minimum: 0, maximum: 1 },
          }),
        },
        unrecognised: list(object({ where: text, text })),
      }),
    ),
  }),
  Findings: object({ findings: list(finding) }),
  Scoring: object(
    { kind: { enum: ['score', 'manual', 'invalid'] }, score: text, why: text, steps: list(text) },
    ['score', 'why', 'steps'],
  ),
};

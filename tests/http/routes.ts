import { type DirectoryCommand } from '#domain/directory';
import { type TargetCommandType } from '#domain/target';
import { AUDIT } from './audit-routes.ts';
import { BATCHES, PUBLIC } from './batch-routes.ts';
import { CAMPAIGNS } from './campaign-routes.ts';
import { HERE, THERE } from './county.ts';
import { FOR_ALL } from './for-all-routes.ts';
import { INBOX } from './inbox-routes.ts';
import { AT_WORK } from './phrase-routes.ts';
import { SESSION } from './session-routes.ts';
import { byRole, formReaders, only, readers, type RouteCase, type Where } from './route-case.ts';
import { sampleForm } from './sample-form.ts';

const unitOf = (where: Where): string => (where === 'here' ? HERE.unit : THERE.unit);
const units = { code: { here: HERE.unit, there: THERE.unit } };
const REVIEWERS = ['department', 'section', 'performance'] as const;

const command = (
  what: string,
  body: object,
  commands: readonly TargetCommandType[],
  ...roles: readonly string[]
): RouteCase => ({
  route: `POST /api/targets/:id/${what}`,
  isCommand: true,
  body: () => body,
  commands,
  may: byRole(...roles),
});

const reason = { reason: '测试' };

const DRAFTING: readonly RouteCase[] = [
  {
    route: 'POST /api/targets',
    body: (where) => ({ campaignId: '2027', unitCode: unitOf(where), form: sampleForm() }),
    commands: ['DraftTarget'],
    may: (user, where) => (user === (where === 'here' ? 'clerk' : 'clerk-there') ? 'allowed' : 'denied'),
  },
  {
    route: 'POST /api/targets/classified',
    body: (where) => ({ campaignId: '2027', unitCode: unitOf(where), code: 'XM-7', ...reason }),
    commands: ['ClassifyTarget'],
    may: (user, where) => (user === (where === 'here' ? 'clerk' : 'clerk-there') ? 'allowed' : 'denied'),
  },
  {
    route: 'PUT /api/targets/:id/form',
    isCommand: true,
    body: () => ({ form: sampleForm() }),
    commands: ['ReviseForm'],
    may: byRole('clerk'),
  },
  command('presentation', {}, ['PresentTarget'], 'clerk'),
  command('hand-back', { comment: '测试' }, ['HandBackTarget'], 'head'),
  command('submission', {}, ['SubmitTarget'], 'head'),
  command('withdrawal', reason, ['WithdrawTarget'], 'head'),
  command('abandonment', reason, ['AbandonTarget'], 'clerk', 'head'),
];

const everybodyInCharge = ['clerk', 'head', ...REVIEWERS, 'leader'];

const REVIEW: readonly RouteCase[] = [
  command('opinions', { decision: 'approve', comment: '同意' }, ['GiveOpinion'], ...REVIEWERS),
  command('wording', { path: '/summary', to: '新', ...reason }, ['ProposeWording'], ...REVIEWERS),
  command('wording/:wordingId', { decision: 'accept' }, ['AcceptWording'], 'clerk'),
  command('wording/:wordingId', { decision: 'decline', ...reason }, ['DeclineWording'], 'clerk'),
  command('transfer', { to: 'leader', ...reason }, ['TransferReview'], ...REVIEWERS),
  command('signers', { signer: 'leader', ...reason }, ['AddSigner'], ...REVIEWERS),
  command(
    'delegation',
    { to: 'leader', since: '2027-01-01', until: '2027-01-02', ...reason },
    ['DelegateReview'],
    ...REVIEWERS,
  ),
  command('copies', { to: ['leader'] }, ['CopyTarget'], ...everybodyInCharge),
  command('urge', {}, ['UrgeReview'], ...everybodyInCharge),
];

const evaluation = { comment: '属实' };
const LATER: readonly RouteCase[] = [
  command('reopening', { ceiling: '10', ...reason }, ['ReopenTarget'], 'performance', 'leader'),
  command('non-funding', reason, ['RefuseFunding'], 'performance', 'leader'),
  command(
    'grant',
    { documentNumber: '1', date: '2027-01-01', amount: '1' },
    ['GrantTarget'],
    'department',
    'performance',
    'leader',
  ),
  command('disclosure', { date: '2027-01-01', url: 'https://x.example' }, ['DiscloseTarget'], 'head'),
  command('disclosure', { withheld: '敏感' }, ['WithholdDisclosure'], 'head'),
  command('self-evaluation', { paid: '1', budget: '1', actuals: [] }, ['SubmitSelfEvaluation'], 'clerk'),
  command(
    'evaluation',
    { decision: 'confirm', ...evaluation },
    ['ConfirmEvaluation'],
    'section',
    'performance',
  ),
  command(
    'evaluation',
    { decision: 'return', ...evaluation },
    ['ReturnSelfEvaluation'],
    'section',
    'performance',
  ),
];

const NO_FILE = '0'.repeat(64);

const READING: readonly RouteCase[] = [
  { route: 'GET /api/targets/:id', may: readers },
  { route: 'GET /api/targets/:id/history', may: readers },
  { route: 'GET /api/targets/:id/at', query: '?revision=0', may: readers },
  { route: 'GET /api/targets/:id/diff', query: '?from=0&to=0', may: readers },
  { route: 'GET /api/targets/:id/seal', may: readers },
  { route: 'GET /api/targets/:id/last-year', may: readers },
  { route: 'GET /api/targets/:id/timeline', may: readers },
  { route: 'GET /api/targets', may: formReaders },
  { route: 'GET /api/tasks', may: formReaders },
  { route: 'GET /api/indicators', may: formReaders },
  { route: 'GET /api/budget-gate', may: formReaders },
  {
    route: 'GET /api/campaigns/:id/progress',
    place: { id: { here: '2027', there: '2027' } },
    may: formReaders,
  },
  {
    route: 'GET /api/departments/:code/overview',
    place: { code: { here: HERE.department, there: THERE.department } },
    may: (user, where) => (formReaders(user) === 'denied' ? 'denied' : readers(user, where)),
  },
  { route: 'GET /api/targets/:id/form.docx', may: readers },
  { route: 'GET /api/targets/:id/form.xlsx', may: readers },
  { route: 'POST /api/targets/:id/filled-form', may: readers },
  { route: 'GET /api/targets/:id/approval-slip.docx', may: readers },
  { route: 'GET /api/targets/:id/history.docx', may: readers },
  { route: 'GET /api/targets/list.xlsx', may: formReaders },
  { route: 'GET /api/budget-gate/list.xlsx', may: formReaders },
  {
    route: 'GET /api/campaigns/:id/progress.xlsx',
    place: { id: { here: '2027', there: '2027' } },
    may: formReaders,
  },
  ...['docx', 'html'].map((format) => ({
    route: `GET /api/campaigns/:id/disclosure.${format}`,
    place: { id: { here: '2027', there: '2027' } },
    may: formReaders,
  })),
  { route: 'POST /api/imports', body: () => ({ html: '<p>没有表格</p>' }), may: formReaders },
  { route: 'POST /api/imports/batch', may: only('clerk') },
  { route: 'POST /api/imports/batch/drafts', query: '?campaignId=2027', may: only('clerk') },
  {
    route: 'POST /api/imports/drafts',
    body: (where) => ({ campaignId: '2027', items: [{ unitCode: unitOf(where), form: { kind: 'none' } }] }),
    may: only('clerk'),
  },
  { route: 'POST /api/attachments', query: '?name=x', may: formReaders },
  {
    route: 'GET /api/targets/:id/attachments/:sha256',
    place: { sha256: { here: NO_FILE, there: NO_FILE } },
    may: () => 'unseen',
  },
  { route: 'POST /api/screenings', body: () => ({ form: sampleForm() }), may: formReaders },
  { route: 'POST /api/scorings', body: () => ({ row: {}, actual: '1' }), may: formReaders },
];

const place = { section: 'performance' };
const person = { name: '测试', post: '科员', place, leads: false };
const directory = (
  route: string,
  type: DirectoryCommand['type'],
  role: 'admin' | 'security',
  body?: object,
): RouteCase => ({
  route,
  commands: [type],
  ...(body && { body: () => body }),
  may: only(role),
  place: units,
});

/** Bodies that the rules refuse after the rights were looked at, so that nothing changes. */
const REGISTER: readonly RouteCase[] = [
  directory('POST /api/units', 'RegisterUnit', 'admin', { code: '301', name: '重复', departmentCode: '301' }),
  directory('PUT /api/units/:code/name', 'RenameUnit', 'admin', { name: '改名' }),
  {
    ...directory('POST /api/units/:code/closure', 'CloseUnit', 'admin', reason),
    place: { code: { here: 'x', there: 'x' } },
  },
  directory('POST /api/sections', 'RegisterSection', 'admin', {
    id: 'performance',
    name: '重复',
    kind: 'performance',
    departments: [],
  }),
  directory('PUT /api/sections/:id/departments', 'AssignSection', 'admin', { departments: [] }),
  directory('POST /api/people', 'RegisterPerson', 'admin', { user: 'clerk', username: 'clerk', ...person }),
  directory('PUT /api/people/:user', 'ChangePerson', 'admin', person),
  directory('POST /api/people/:user/departure', 'DismissPerson', 'admin', reason),
  directory('POST /api/people/:user/roles', 'GrantRole', 'security', { role: 'clerk' }),
  {
    ...directory('DELETE /api/people/:user/roles/:role', 'RevokeRole', 'security'),
    place: { role: { here: 'clerk', there: 'clerk' } },
  },
  { route: 'POST /api/people/:user/link', may: only('security') },
  { route: 'GET /api/sign-ins', may: only('security') },
];

export const ROUTES: readonly RouteCase[] = [
  ...DRAFTING,
  ...REVIEW,
  ...LATER,
  ...BATCHES,
  ...PUBLIC,
  ...READING,
  ...REGISTER,
  ...CAMPAIGNS,
  ...AUDIT,
  ...INBOX,
  ...SESSION,
  ...FOR_ALL,
  ...AT_WORK,
];

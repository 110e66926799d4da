import { type FormInput } from '#form';
import { HERE } from './county.ts';
import { type RunningApi } from './running-api.ts';
import { sampleForm } from './sample-form.ts';

/** What everybody says on the way to a grant, in order. */
const STEPS = [
  ['clerk', 'presentation', {}],
  ['head', 'submission', { answers: [] }],
  ['department', 'opinions', { decision: 'approve', comment: '同意申报' }],
  ['section', 'opinions', { decision: 'return', comment: '请写明支流名称' }],
  ['clerk', 'form', null],
  ['head', 'submission', {}],
  ['department', 'opinions', { decision: 'approve', comment: '同意' }],
  ['section', 'opinions', { decision: 'approve', comment: '已按意见修改' }],
  ['performance', 'opinions', { decision: 'approve', comment: '请严格按照绩效目标组织实施' }],
  ['leader', 'grant', { documentNumber: '望财预〔2027〕3号', date: '2027-02-01', amount: '86.4' }],
] as const;

/** A target that went through two rounds of review and was granted 86.4 万元. @returns its id */
export async function grantedTarget(api: RunningApi, changes: Partial<FormInput> = {}): Promise<string> {
  const clerk = await api.as('clerk');
  const form = { ...sampleForm(), ...changes };
  const drafted = await clerk.post('/api/targets', { campaignId: '2027', unitCode: HERE.unit, form });
  const id = drafted.body.id ?? '';
  let revision = drafted.body.revision ?? 0;
  for (const [user, what, body] of STEPS) {
    const visitor = await api.as(user);
    const kept = (await clerk.get(`/api/targets/${id}`)).body['form'] as FormInput;
    const reply =
      body === null
        ? await visitor.put(
            `/api/targets/${id}/form`,
            { form: { ...kept, summary: '对望川河及六条支流开展日常保洁。' } },
            { 'if-match': `"${String(revision)}"` },
          )
        : await visitor.command(id, revision, what, body);
    if (reply.body.revision === undefined || reply.status !== 200)
      throw new Error(`${user} ${what}: ${String(reply.status)} ${JSON.stringify(reply.body)}`);
    revision = reply.body.revision;
  }
  return id;
}

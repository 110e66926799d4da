import { NONE, type Target } from '#domain/target';
import { keptOf, restored, stripped } from './kept.ts';

const TARGET: Target = {
  ...NONE,
  state: 'in-review',
  unit: { code: '101002', name: '河道管理站' },
  form: { kind: 'project', name: '河道保洁', contact: { key: 'k1', ciphertext: 'c1' } },
  stated: { unitName: '河道站' },
  chain: [{ id: 's', name: '业务股室', reviewers: 'section', rule: 'all' }],
  stage: 's',
  progress: {
    signers: [{ user: 'u1', name: '张三' }],
    added: [{ user: 'u2', name: '李四' }],
    took: [{ user: 'u3', name: '王五' }],
    gaveAway: ['u4'],
    approved: ['u1'],
  },
  delegations: [
    {
      stage: 's',
      from: { user: 'u1', name: '张三' },
      to: { user: 'u5', name: '赵六' },
      since: '2026-01-01',
      until: '2026-01-02',
    },
  ],
  wordings: [
    {
      id: 'w',
      stage: 's',
      path: '/summary',
      to: '周宁负责',
      reason: '周宁说的',
      by: { user: 'u1', name: '张三' },
      answer: 'open',
    },
  ],
};

describe('what a projection keeps of a target', () => {
  it('holds no form, no name of a person and no text that a person wrote', () => {
    const text = JSON.stringify(keptOf(stripped(TARGET)));
    for (const trace of ['周宁', '张三', '李四', '王五', '赵六', 'ciphertext', '河道保洁', '河道站'])
      expect(text).not.toContain(trace);
  });

  it('still says who has to act', () => {
    const { progress, delegations, wordings, stage } = restored(keptOf(stripped(TARGET)));
    expect(progress.signers.map(({ user }) => user)).toEqual(['u1']);
    expect(delegations.map(({ to }) => to.user)).toEqual(['u5']);
    expect(wordings.map(({ answer }) => answer)).toEqual(['open']);
    expect(stage).toBe('s');
  });

  it('is only what differs from a target that does not exist yet', () => {
    expect(keptOf(NONE)).toEqual({});
    expect(Object.keys(keptOf({ ...NONE, state: 'draft' }))).toEqual(['state']);
    expect(restored({})).toEqual(NONE);
  });
});

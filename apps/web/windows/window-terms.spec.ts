import { windowNames, windowTerm } from './window-terms.ts';

const stage = (id: string, name: string) => ({
  id,
  name,
  reviewers: 'section' as const,
  rule: 'any' as const,
});
const CHAINS = {
  project: [stage('first', '主管部门'), stage('section', '业务股室')],
  overall: [stage('first', '业务股室')],
};

describe('时间窗口', () => {
  it('每个审核环节各有一个窗口，同一编号只算一个', () =>
    expect(windowNames(CHAINS)).toEqual([
      'submission',
      'review.first',
      'review.section',
      'revision',
      'grant',
      'disclosure',
      'selfEvaluation',
      'verification',
    ]));

  it('审核窗口用审核链里的环节名称，叫法不同的表种另外写明', () => {
    const both = { ...CHAINS, direction: CHAINS.project };
    expect(windowTerm('review.first', both)).toBe('审核（主管部门，部门整体支出为业务股室）');
    expect(windowTerm('review.section', both)).toBe('审核（业务股室）');
    expect(windowTerm('selfEvaluation', both)).toBe('自评');
  });

  it('链中没有的环节写编号', () => expect(windowTerm('review.old', CHAINS)).toBe('审核（old）'));
});

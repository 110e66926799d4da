import { type Stage } from '#domain/target';
import { changed, earlier, without, withStage } from './chain-steps.ts';

const stage = (id: string): Stage => ({ id, name: id, reviewers: 'section', rule: 'any' });
const ids = (chain: readonly Stage[]): string[] => chain.map(({ id }) => id);

describe('审核链的编排', () => {
  const chain = ['a', 'b', 'c'].map(stage);

  it('上移一位，第一个不动', () => {
    expect(ids(earlier(chain, 2))).toEqual(['a', 'c', 'b']);
    expect(ids(earlier(chain, 0))).toEqual(['a', 'b', 'c']);
  });

  it('增加的环节编号不与已有的重复，最多五个', () => {
    expect(ids(withStage([stage('stage-2')]))).toEqual(['stage-2', 'stage-3']);
    expect(withStage(['a', 'b', 'c', 'd', 'e'].map(stage))).toHaveLength(5);
  });

  it('改名和删去只动那一个', () => {
    expect(changed(chain, 1, { name: '业务科' })[1]?.name).toBe('业务科');
    expect(ids(without(chain, 1))).toEqual(['a', 'c']);
  });
});

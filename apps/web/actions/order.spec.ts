import { COMMAND_TERMS } from '#domain';
import { COMMON, RARE } from './order.ts';

/** Where the pages offer what the bar of a target does not. */
const ELSEWHERE = {
  DraftTarget: '新建申报',
  ClassifyTarget: '新建申报，涉密',
  ProposeWording: '审核台的批注旁',
  AcceptWording: '文字修改建议',
  DeclineWording: '文字修改建议',
  ReturnSelfEvaluation: '年终复核',
};

it('每一种办理在页面上都有且只有一个入口', () => {
  const offered = [...COMMON, ...RARE, ...Object.keys(ELSEWHERE)];
  expect(offered.sort()).toEqual(Object.keys(COMMAND_TERMS).sort());
});

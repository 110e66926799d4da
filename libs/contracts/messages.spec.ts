import { Refusal, type RefusalCode } from '#domain';
import { checkForm } from '#form';
import { constraintSentence, knowsConstraint } from './constraints.ts';
import { describeFormIssue } from './form-issues.ts';
import { problem, PROBLEMS, type ProblemCode } from './problem.ts';
import { fieldsOfRefusal, REFUSALS, statusOfRefusal } from './refusals.ts';

const codes = Object.keys(REFUSALS) as RefusalCode[];
const FACTS = { name: '送戏下乡', state: 'draft', command: 'SubmitTarget', stage: '业务股室', role: 'clerk' };

describe('用户看到的话', () => {
  it.each(codes)('%s 有事实和没有事实时都成句', (code) => {
    for (const facts of [{}, FACTS]) {
      const sentence = REFUSALS[code](facts);
      expect(sentence).toMatch(/\p{Script=Han}{4}/u);
      expect(sentence).not.toMatch(/undefined|null|NaN/);
    }
  });

  it('每句话各不相同，用户才知道是哪一条', () => {
    expect(new Set(codes.map((code) => REFUSALS[code](FACTS))).size).toBe(codes.length);
  });

  it('现在不能办的是 409，填得不对的是 422', () => {
    expect(statusOfRefusal('OwnWork')).toBe(409);
    expect(statusOfRefusal('NotAllowedNow')).toBe(409);
    expect(statusOfRefusal('ErrorsLeft')).toBe(422);
    expect(statusOfRefusal('PointsMissing')).toBe(422);
  });

  it('说出状态和事项的中文名称', () => {
    expect(REFUSALS.NotAllowedNow({ state: 'granted', command: 'SubmitTarget' })).toBe(
      '当前状态为“已批复”，不能办理“送审”',
    );
  });

  it('预审的每个错误按预审自己的话说', () => {
    const refusal = new Refusal('ErrorsLeft', { count: '1' }, [{ path: '/name', message: '项目名称为空' }]);
    expect(fieldsOfRefusal(refusal)).toEqual([{ path: '/name', message: '项目名称为空' }]);
  });

  it('自评的每个指标各说各的问题', () => {
    const refusal = new Refusal('ActualMissing', { name: '培训人数' }, [
      { path: '/actuals/i1', code: 'ActualMissing', facts: { name: '培训人数' } },
      { path: '/actuals/i2', code: 'ReasonDue', facts: { name: '合格率' } },
    ]);
    expect(fieldsOfRefusal(refusal).map(({ message }) => message)).toEqual([
      '请填写指标的实际完成值：培训人数',
      '未得满分、明显超出目标或与自动评分不同的，须说明原因：合格率',
    ]);
  });

  it('表中的错误以栏目名称开头', () => {
    const read = checkForm({ kind: 'project', funding: { thisYear: { total: '五十' } } });
    if ('form' in read) throw new Error('它不该通过');
    expect(read.issues.map((issue) => describeFormIssue(issue))).toEqual([
      {
        path: '/form/funding/thisYear/total',
        message: '项目资金·本年度申请资金·合计：请填写数字，以万元为单位，0 到 1 亿，最多六位小数，如 36.5',
      },
    ]);
  });

  it.each(Object.keys(PROBLEMS) as ProblemCode[])('%s 是一个完整的 problem', (code) => {
    const { status, title, detail, type } = problem(code);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(`${title}${detail}`).toMatch(/^[\p{Script=Han}\p{P}\w /：.=+"]+$/u);
    expect(type).toBe(`urn:mubiao:problem:${code}`);
  });

  it('可选的值都列给用户', () => {
    expect(constraintSentence('isIn', ['同意', '退回'])).toBe('应为 同意、退回 之一');
    expect(knowsConstraint('isNonsense')).toBe(false);
  });
});

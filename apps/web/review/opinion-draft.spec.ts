import { DEFAULT_SHEET } from '#domain';
import {
  BLANK,
  isBlank,
  openQuestions,
  opinionBody,
  sheetTotal,
  withAnswer,
  withDecision,
  withGrade,
  withUsual,
  type OpinionDraft,
} from './opinion-draft.ts';

const sheet = { criteria: DEFAULT_SHEET, bounds: { excellent: 90, good: 80, fair: 60 } };
const questions = DEFAULT_SHEET.flatMap((criterion) => criterion.questions);
const answered = (share: number) =>
  questions.reduce<OpinionDraft>(
    (draft, { question, points }) =>
      withAnswer(draft, question, { points: String(points * share), comment: '符合' }, sheet),
    { ...BLANK, sheet: {} },
  );

describe('审核意见', () => {
  it('常用语来得晚：还是同意、还没写别的，才填上', () => {
    const approved = withDecision(BLANK, 'approve');
    expect(withUsual(approved, '同意申报').comment).toBe('同意申报');
    expect(withUsual({ ...approved, comment: '同意' }, '同意申报').comment).toBe('同意');
    expect(withUsual(withDecision(approved, 'return'), '同意申报').comment).toBe('');
  });

  it('等级决定去向：优、良同意，中退回单位，差不予通过', () => {
    expect(withGrade(BLANK, '良').decision).toBe('approve');
    expect(withGrade({ ...BLANK, returnTo: 'first' }, '中')).toMatchObject({
      decision: 'return',
      returnTo: 'unit',
    });
    expect(withGrade(BLANK, '差').decision).toBe('reject');
  });

  it('改变决定时，与之矛盾的等级不再保留', () => {
    expect(withDecision(withGrade(BLANK, '优'), 'return').grade).toBeNull();
    expect(withDecision(withGrade(BLANK, '优'), 'approve').grade).toBe('优');
  });

  it('审核表填齐后得出等级和决定，填齐之前没有', () => {
    expect(answered(0.9)).toMatchObject({ grade: '优', decision: 'approve' });
    expect(answered(0.6)).toMatchObject({ grade: '中', decision: 'return' });
    const [first] = questions;
    const begun = withAnswer({ ...BLANK, sheet: {} }, first!.question, { points: '9', comment: '' }, sheet);
    expect(begun.grade).toBeNull();
    expect(sheetTotal(begun.sheet, DEFAULT_SHEET)).toBeNull();
    expect(sheetTotal(answered(1).sheet, DEFAULT_SHEET)).toBe(100);
  });

  it('超过该问分值的得分不算填了；还缺什么说得出是哪几问', () => {
    const [first, second] = questions;
    const over = withAnswer(answered(1), first!.question, { points: '99', comment: '好' }, sheet);
    expect(sheetTotal(over.sheet, DEFAULT_SHEET)).toBeNull();
    expect(openQuestions(over.sheet, DEFAULT_SHEET)).toContain(first!.question);
    const mute = withAnswer(answered(1), second!.question, { points: '1', comment: ' ' }, sheet);
    expect(openQuestions(mute.sheet, DEFAULT_SHEET)).toContain(second!.question);
    expect(openQuestions({}, DEFAULT_SHEET)).toHaveLength(questions.length);
    expect(openQuestions(null, DEFAULT_SHEET)).toEqual([]);
  });

  it('展开审核表不算写了意见，填了一格就算', () => {
    expect([isBlank(BLANK), isBlank({ ...BLANK, sheet: {} })]).toEqual([true, true]);
    const [first] = questions;
    const begun = withAnswer({ ...BLANK, sheet: {} }, first!.question, { points: '', comment: '好' }, sheet);
    expect([isBlank(begun), isBlank(withDecision(BLANK, 'return'))]).toEqual([false, false]);
  });

  it('没有用到的内容不发送，退回时写明退到哪里', () => {
    expect(opinionBody({ ...BLANK, decision: 'approve', comment: ' 同意 ' }, DEFAULT_SHEET)).toEqual({
      decision: 'approve',
      comment: '同意',
    });
    expect(opinionBody({ ...BLANK, decision: 'return', comment: '补正' }, DEFAULT_SHEET)).toEqual({
      decision: 'return',
      comment: '补正',
      returnTo: 'unit',
    });
    expect(opinionBody({ ...answered(0.9), comment: '同意' }, DEFAULT_SHEET).sheet).toHaveLength(
      questions.length,
    );
  });
});

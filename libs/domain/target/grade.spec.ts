import { DEFAULT_RULE_SET, DEFAULT_SHEET } from '../rule-set.ts';
import { type SheetAnswer } from './commands.ts';
import { given } from './given.ts';
import { atSection, opinion, submitted } from './sample-deeds.ts';
import { people } from './sample-county.ts';

const { department, section } = people;
/** A sheet with full marks but for the questions named. */
const sheet = (lower: Record<string, string> = {}): SheetAnswer[] =>
  DEFAULT_SHEET.flatMap(({ criterion, questions }) =>
    questions.map(({ question, points }) => ({
      criterion,
      question,
      points: lower[question] ?? String(points),
      comment: '符合要求',
    })),
  );

describe('按等级处理（财预〔2015〕88号）', () => {
  const way = { 优: 'approve', 良: 'approve', 中: 'return', 差: 'reject' } as const;
  for (const grade of ['优', '良', '中', '差'] as const)
    it(`评为${grade}，处理须与等级相符`, () => {
      for (const decision of ['approve', 'return', 'reject'] as const) {
        const when = given(submitted).when(department, opinion({ decision, grade }));
        if (decision === way[grade]) when.thenTarget({ graded: grade });
        else when.thenRefused('GradeContradictsDecision');
      }
    });

  it('评为中的须退回单位，不得只退回前面的级次', () => {
    const toDepartment = opinion({ decision: 'return', grade: '中', returnTo: 'department' });
    given(atSection).when(section, toDepartment).thenRefused('GradeContradictsDecision');
    given(atSection)
      .when(section, { ...toDepartment, returnTo: 'unit' })
      .then({ type: 'OpinionGiven', grade: '中' }, { type: 'TargetReturned', to: 'unit' });
  });

  it('可以不评等级，也可以只评等级不打分', () => {
    given(submitted).when(department, opinion()).thenTarget({ graded: null });
    given(submitted)
      .when(department, opinion({ grade: '优' }))
      .thenTarget({ graded: '优' });
  });
});

describe('审核打分', () => {
  it('等级由分数得出：优≥90，良≥80，中≥60，其余为差', () => {
    const cases = [
      [sheet(), '优', 'approve'],
      [sheet({ 规范完整性: '0' }), '优', 'approve'],
      [sheet({ 规范完整性: '0', 明确清晰性: '9.99' }), '良', 'approve'],
      [sheet({ 规范完整性: '0', 明确清晰性: '0' }), '良', 'approve'],
      [sheet({ 规范完整性: '0', 明确清晰性: '0', 目标相关性: '14.9' }), '中', 'return'],
      [sheet({ 规范完整性: '0', 目标相关性: '0', 绩效合理性: '0' }), '中', 'return'],
      [sheet({ 规范完整性: '0', 目标相关性: '0', 绩效合理性: '0', 条件充分性: '9.5' }), '差', 'reject'],
    ] as const;
    for (const [answers, grade, decision] of cases)
      given(submitted)
        .when(department, opinion({ decision, sheet: answers }))
        .thenTarget({ graded: grade });
  });

  it('打分表随意见记录；自报等级须与分数一致', () => {
    given(submitted)
      .when(department, opinion({ sheet: sheet(), grade: '优' }))
      .then({ type: 'OpinionGiven', grade: '优', sheet: sheet() }, { type: 'StagePassed' });
    given(submitted)
      .when(department, opinion({ sheet: sheet(), grade: '良' }))
      .thenRefused('GradeNotOfPoints', '/grade');
  });

  it('分数推出的等级同样须与处理相符', () =>
    given(submitted)
      .when(department, opinion({ sheet: sheet({ 规范完整性: '0', 目标相关性: '0', 绩效合理性: '0' }) }))
      .thenRefused('GradeContradictsDecision'));

  it('每问须答且只答一次，分数在满分以内', () => {
    const refused = (answers: readonly SheetAnswer[], ...paths: string[]) =>
      given(submitted)
        .when(department, opinion({ sheet: answers }))
        .thenRefused('SheetIncomplete', ...paths);
    refused(sheet().slice(1), '/sheet/完整性/规范完整性');
    refused([...sheet(), sheet()[0]!], '/sheet/完整性/规范完整性');
    refused([...sheet(), { ...sheet()[0]!, question: '创新性' }]);
    refused(sheet({ 资金匹配性: '15.01' }), '/sheet/适当性/资金匹配性');
    for (const points of ['-1', '', '十', '9.999', '1e1'])
      refused(sheet({ 条件充分性: points }), '/sheet/可行性/条件充分性');
  });

  it('打分表和等级界限取自规则，地方可以不同', () => {
    const local = {
      ...DEFAULT_RULE_SET,
      sheet: [{ criterion: '总评', questions: [{ question: '总体', points: 100 }] }],
      gradeBounds: { excellent: 95, good: 85, fair: 70 },
    };
    const given95 = (points: string) =>
      opinion({ sheet: [{ criterion: '总评', question: '总体', points, comment: '' }] });
    given(submitted).when(department, given95('94'), { ruleSet: local }).thenTarget({ graded: '良' });
    given(submitted).when(department, given95('95'), { ruleSet: local }).thenTarget({ graded: '优' });
  });
});

import { type Actual, type EvaluationCommand } from './commands.ts';
import { did, given, type Circumstances } from './given.ts';
import { granted, SELF_EVALUATE, selfEvaluated } from './sample-deeds.ts';
import { ACTUALS, ASSESSMENTS, people } from './sample-county.ts';
import { type Assessment } from './score-sheet.ts';

const { clerk, head, section, performance } = people;
const [i1, i2] = [ACTUALS[0]!, ACTUALS[1]!];
const evaluate = (...actuals: Actual[]): EvaluationCommand => ({
  type: 'SubmitSelfEvaluation',
  paid: '50',
  budget: '50',
  actuals,
});
/** Scoring says this of the first indicator, and full marks for the second. */
const scoring = (outcome: Assessment['outcome'], farOver = false): Circumstances => ({
  assessments: [{ ...ASSESSMENTS[0]!, outcome, farOver }, ASSESSMENTS[1]!],
});
const manual = scoring({ kind: 'manual', why: '标准须由人判断' });
const short = scoring({ kind: 'score', points: '45.00' });
const confirm = (
  ...points: Extract<EvaluationCommand, { type: 'ConfirmEvaluation' }>['points']
): EvaluationCommand => ({ type: 'ConfirmEvaluation', comment: '属实', points });
const SEND_BACK: EvaluationCommand = { type: 'ReturnSelfEvaluation', comment: '请补充佐证' };

describe('自评', () => {
  it('能自动计分的由规则计分，连同过程、执行率、总分、等级记录', () =>
    given(granted)
      .when(clerk, evaluate({ ...i1, evidence: ['活动台账'] }, i2))
      .then({
        type: 'SelfEvaluationSubmitted',
        sheet: {
          execution: { paid: '50', budget: '50', points: '10.00', steps: ['执行率100%，得10分'] },
          indicators: [
            {
              indicatorId: 'i1',
              name: '活动场次',
              weight: '50.00',
              actual: '26',
              computed: '50.00',
              points: '50.00',
              steps: ['达到目标值，得满分'],
              evidence: ['活动台账'],
            },
            {
              indicatorId: 'i2',
              name: '参与人次',
              weight: '40.00',
              actual: '8100',
              computed: '40.00',
              points: '40.00',
              steps: ['达到目标值，得满分'],
            },
          ],
          total: '100.00',
          grade: '优',
        },
      }));

  it('自评后等待复核，自评人从此回避', () =>
    given(granted)
      .when(people.department, SELF_EVALUATE)
      .thenTarget({ state: 'self-evaluated', authors: ['clerk', 'head', 'department'] }));

  it('须在自评期内', () => {
    const windows = { selfEvaluation: { opens: '2027-12-01', closes: '2028-01-31' } };
    given(granted).when(clerk, SELF_EVALUATE, { windows, day: '2027-11-30' }).thenRefused('WindowNotOpen');
    given(granted).when(clerk, SELF_EVALUATE, { windows, day: '2028-02-01' }).thenRefused('WindowClosed');
    given(granted)
      .when(clerk, SELF_EVALUATE, { windows, day: '2028-01-31' })
      .then({ type: 'SelfEvaluationSubmitted' });
  });

  it('每个指标都须填实际值，不多不少、不重复', () => {
    given(granted).when(clerk, evaluate(i1)).thenRefused('ActualMissing', '/actuals/i2');
    given(granted)
      .when(clerk, evaluate({ ...i1, actual: ' ' }, i2))
      .thenRefused('ActualMissing', '/actuals/i1');
    given(granted)
      .when(clerk, evaluate(i1, i2, { indicatorId: 'i9', actual: '1' }))
      .thenRefused('UnknownIndicator', '/actuals/i9');
    given(granted)
      .when(clerk, evaluate(i1, i2, i2))
      .thenRefused('IndicatorTwice', '/actuals/i2');
  });

  it('不合情理的实际值拒收，不记零分', () =>
    given(granted)
      .when(
        clerk,
        evaluate({ ...i1, points: '50', reason: '属实' }, i2),
        scoring({ kind: 'invalid', why: '比率不能超过100%' }),
      )
      .thenRefused('ActualInvalid', '/actuals/i1'));

  it('几处有误的一并指出', () =>
    given(granted)
      .when(clerk, evaluate(i1), manual)
      .thenRefused('PointsMissing', '/actuals/i1', '/actuals/i2'));

  it('规则不能计分的由人给分，须说明理由', () => {
    given(granted).when(clerk, evaluate(i1, i2), manual).thenRefused('PointsMissing', '/actuals/i1');
    given(granted)
      .when(clerk, evaluate({ ...i1, points: '50' }, i2), manual)
      .thenRefused('ReasonDue', '/actuals/i1');
    given(granted)
      .when(clerk, evaluate({ ...i1, points: '44.5', reason: '群众反映良好' }, i2), manual)
      .thenTarget({
        evaluation: {
          total: '94.50',
          grade: '优',
          indicators: [{ points: '44.50', reason: '群众反映良好' }, {}],
        },
      });
  });

  it('给分须在权重以内，最多两位小数', () => {
    for (const points of ['50.01', '-1', '1.234', '满分', ''])
      given(granted)
        .when(clerk, evaluate({ ...i1, points, reason: '属实' }, i2), manual)
        .thenRefused('PointsOutOfRange', '/actuals/i1');
    for (const points of ['0', '50.00'])
      given(granted)
        .when(clerk, evaluate({ ...i1, points, reason: '属实' }, i2), manual)
        .then({ type: 'SelfEvaluationSubmitted' });
  });

  it('未得满分、远超目标的须说明理由', () => {
    given(granted).when(clerk, evaluate(i1, i2), short).thenRefused('ReasonDue', '/actuals/i1');
    given(granted)
      .when(clerk, evaluate({ ...i1, reason: '  ' }, i2), short)
      .thenRefused('ReasonDue');
    given(granted)
      .when(clerk, evaluate({ ...i1, reason: '疫情影响' }, i2), short)
      .thenTarget({ evaluation: { total: '95.00' } });
    const over = scoring({ kind: 'score', points: '50.00' }, true);
    given(granted).when(clerk, evaluate(i1, i2), over).thenRefused('ReasonDue', '/actuals/i1');
    given(granted)
      .when(clerk, evaluate({ ...i1, reason: '目标偏低' }, i2), over)
      .then({ type: 'SelfEvaluationSubmitted' });
  });

  it('人可以改规则给的分，须说明理由，两个分数都留存', () => {
    given(granted)
      .when(clerk, evaluate({ ...i1, points: '50' }, i2), short)
      .thenRefused('ReasonDue');
    given(granted)
      .when(clerk, evaluate({ ...i1, points: '50.0' }, i2))
      .then({ type: 'SelfEvaluationSubmitted' });
    given(granted)
      .when(clerk, evaluate({ ...i1, points: '50', reason: '另有佐证' }, i2), short)
      .thenTarget({
        evaluation: { indicators: [{ computed: '45.00', points: '50.00' }, {}] },
      });
  });

  it('等级按总分：优≥90，良≥80，中≥60，其余为差', () => {
    const cases = [
      ['40', '90.00', '优'],
      ['39.99', '89.99', '良'],
      ['30', '80.00', '良'],
      ['29.99', '79.99', '中'],
      ['10', '60.00', '中'],
      ['9.99', '59.99', '差'],
    ] as const;
    for (const [points, total, grade] of cases)
      given(granted)
        .when(clerk, evaluate({ ...i1, points, reason: '属实' }, i2), manual)
        .thenTarget({ evaluation: { total, grade } });
  });

  it('指标权重合计100分的，执行率另计，总分不超过100分', () => {
    const assessments = [
      ASSESSMENTS[0]!,
      { ...ASSESSMENTS[1]!, weight: '50.00', outcome: { kind: 'score', points: '50.00' } as const },
    ];
    given(granted)
      .when(clerk, SELF_EVALUATE, { assessments })
      .thenTarget({ evaluation: { total: '100.00', execution: { points: '10.00' } } });
  });
});

describe('财政复核', () => {
  it('确认：评价完成，分数照旧', () => {
    given(selfEvaluated).when(performance, confirm()).then({ type: 'EvaluationConfirmed', comment: '属实' });
    given(selfEvaluated)
      .when(performance, confirm())
      .thenTarget({ state: 'evaluated', evaluation: { total: '100.00', grade: '优' } });
  });

  it('逐项更正：须有理由，原分留存，总分等级重算', () =>
    given(selfEvaluated)
      .when(section, confirm({ indicatorId: 'i1', points: '20.5', reason: '台账只有20场' }))
      .thenTarget({
        evaluation: {
          total: '70.50',
          grade: '中',
          indicators: [
            { points: '20.50', computed: '50.00', corrected: { from: '50.00', reason: '台账只有20场' } },
            { points: '40.00' },
          ],
        },
      }));

  it('更正须指着已有的指标、在权重以内、各一次', () => {
    const fix = (indicatorId: string, points: string) => ({ indicatorId, points, reason: '核减' });
    given(selfEvaluated)
      .when(section, confirm(fix('i9', '1')))
      .thenRefused('UnknownIndicator', '/points/i9');
    given(selfEvaluated)
      .when(section, confirm(fix('i2', '40.01')))
      .thenRefused('PointsOutOfRange', '/points/i2');
    given(selfEvaluated)
      .when(section, confirm(fix('i2', '四十')))
      .thenRefused('PointsOutOfRange', '/points/i2');
    given(selfEvaluated)
      .when(section, confirm(fix('i2', '1'), fix('i2', '2')))
      .thenRefused('IndicatorTwice', '/points/i2');
  });

  it('退回自评：单位重新自评', () => {
    given(selfEvaluated)
      .when(section, SEND_BACK)
      .then({ type: 'SelfEvaluationReturned', comment: '请补充佐证' });
    given(selfEvaluated, did(section, SEND_BACK))
      .when(clerk, SELF_EVALUATE)
      .thenTarget({ state: 'self-evaluated' });
    given(selfEvaluated, did(section, SEND_BACK)).when(section, confirm()).thenRefused('NotAllowedNow');
  });

  it('起草、送审、自评过的人不得复核', () => {
    for (const person of [clerk, head]) {
      given(selfEvaluated).when(person, confirm()).thenRefused('OwnWork');
      given(selfEvaluated).when(person, SEND_BACK).thenRefused('OwnWork');
    }
    given(granted, did(section, SELF_EVALUATE)).when(section, confirm()).thenRefused('OwnWork');
  });
});

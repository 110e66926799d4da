import { figure } from './decimal.ts';
import type {
  AllOrNothing,
  Band,
  Dated,
  Deduction,
  Grade,
  Marks,
  Occurrence,
  Otherwise,
  Penalty,
} from './rule.ts';
import type { Proportional, Rule, Threshold, Tiers, YearOnYear, YesNo } from './rule.ts';
import { stepOf } from './score/deduction.ts';
import { written } from './score/outcome.ts';
import type { Measure } from './measure.ts';
import type { Trend } from './text/conditions.ts';

/**
 * The rule in one normal Chinese sentence, shown to a unit while it writes (读作：…).
 * Compiling the sentence for the same row gives the same rule.
 */
export function readBack(rule: Rule): string {
  return `读作：${sentence(rule)}。`;
}

function sentence(rule: Rule): string {
  switch (rule.kind) {
    case 'deduction':
      return `${goal(rule)}，${deductionText(rule)}，扣完为止`;
    case 'occurrence':
      return occurrenceText(rule);
    case 'tiers':
      return tiersText(rule);
    case 'all-or-nothing':
      return `${rule.generic ? `按要求完成工作${award(rule.marks)}` : goal(rule)}，否则${otherwiseText(rule.otherwise)}`;
    case 'yes-no':
      return `${claim(rule)}${award(rule.marks)}，否则${otherwiseText(rule.otherwise)}`;
    case 'grades':
      return rule.grades.map((grade, at) => gradeText(grade, at)).join('；');
    case 'year-on-year':
      return trendText(rule);
    case 'dated':
      return datedText(rule);
    case 'proportional':
      return proportionText(rule);
    case 'earn':
      return `每完成${written(rule.amount, rule.measure)}得${figure(rule.points)}分${rule.marks.full === null ? '' : `，满分${figure(rule.marks.full)}分`}`;
  }
}

function award({ full }: Marks): string {
  return full === null ? '得满分' : `得${figure(full)}分`;
}

function penaltyText(penalty: Penalty): string {
  return penalty.is === 'points' ? `扣${figure(penalty.points)}分` : `扣${figure(penalty.percent)}%本项分值`;
}

function otherwiseText(otherwise: Otherwise): string {
  if (otherwise.is === 'nothing') return '不得分';
  return otherwise.is === 'discretion' ? '酌情扣分' : penaltyText(otherwise);
}

type WithThreshold = Pick<Deduction | AllOrNothing | Occurrence, 'threshold' | 'marks' | 'measure'>;

/** 达到95%得10分; without a threshold of its own 达到指标值. */
function goal({ threshold, marks, measure }: WithThreshold): string {
  return `${threshold === null ? '达到指标值' : limitText(threshold, measure)}${award(marks)}`;
}

const LIMITS: Readonly<Record<Threshold['sign'], string>> = {
  '≥': '达到',
  '>': '大于',
  '=': '=',
  '<': '小于',
  '≤': '不超过',
};

function limitText({ sign, value }: Threshold, measure: Measure): string {
  return `${LIMITS[sign]}${written(value, measure)}`;
}

function deductionText(rule: Deduction): string {
  const way = rule.direction === 'shortfall' ? '少' : '超';
  const cutoff = rule.cutoff === null ? '' : `，${limitText(rule.cutoff, rule.measure)}不得分`;
  const part =
    rule.partStep === null
      ? ''
      : `，不足${stepOf(rule)}${rule.partStep === 'up' ? `按${stepOf(rule)}计` : '不扣分'}`;
  const most = rule.most === null ? '' : `，最多扣${figure(rule.most)}分`;
  return `每${way}${stepOf(rule)}${penaltyText(rule.penalty)}${cutoff}${part}${most}`;
}

const COUNTED: Readonly<Record<Occurrence['counts'], string>> = {
  event: '发生',
  late: '延期',
  short: '少',
  over: '超',
};

function occurrenceText(rule: Occurrence): string {
  if (rule.once) return `未发生${award(rule.marks)}，发生${penaltyText(rule.penalty)}`;
  const count =
    rule.unitText === null ? '每有发生，' : `每${COUNTED[rule.counts]}${figure(rule.amount)}${rule.unitText}`;
  const cutoff = rule.cutoff === null ? '' : `，${overText(rule.cutoff)}${rule.unitText ?? ''}不得分`;
  return `${goal(rule)}，${count}${penaltyText(rule.penalty)}${cutoff}，扣完为止`;
}

/** 超过5天, 达到5天. */
function overText({ sign, value }: Threshold): string {
  return `${sign === '>' ? '超过' : '达到'}${figure(value)}`;
}

function tiersText({ bands: sorted, rising, otherwise, measure, marks }: Tiers): string {
  const bands = rising ? sorted.toReversed() : sorted;
  const stated = marks.full !== null && sorted[0]?.points === 'full' ? `满分${figure(marks.full)}分，` : '';
  const rest =
    otherwise === null ? '；其他酌情扣分' : otherwise.isZero() ? '' : `；其他得${figure(otherwise)}分`;
  return `${stated}${bands.map((band) => bandText(band, measure)).join('；')}${rest}`;
}

const TURNED: Readonly<Record<Threshold['sign'], string>> = {
  '≥': '≤',
  '>': '<',
  '=': '=',
  '<': '>',
  '≤': '≥',
};

function bandText({ lower, upper, points }: Band, measure: Measure): string {
  const from = lower === null ? '' : `${written(lower.value, measure)}${TURNED[lower.sign]}`;
  const alone =
    lower === null && upper !== null ? `${written(upper.value, measure)}${TURNED[upper.sign]}` : '';
  const to = lower === null || upper === null ? '' : `${upper.sign}${written(upper.value, measure)}`;
  const given = points === 'full' ? '得满分' : points.isZero() ? '不得分' : `得${figure(points)}分`;
  return `${from}${alone}实际值${to}${given}`;
}

const MOVES: Readonly<Record<Trend, string>> = {
  up: '上升',
  down: '下降',
  better: '改善',
  same: '持平',
  notUp: '不超过上年',
  notDown: '不低于上年',
};

function claim({ generic, negated, grade, direction }: YesNo): string {
  const effect = grade === null ? '' : gradePhrase(grade);
  const moved = direction === null ? '' : MOVES[direction];
  const said = `${negated && !effect.startsWith('未') ? '未造成' : ''}${moved}${effect}`;
  if (generic) return `按要求${said === '' ? '完成工作' : said}`;
  if (said === '未造成') return '未造成影响';
  return said === '' ? '起到作用' : said;
}

function gradePhrase(word: string): string {
  return /^[未无不没]/u.test(word) ? word : `效果${word}`;
}

function gradeText({ words, points }: Grade, at: number): string {
  const [word] = words;
  const name = word === undefined ? (at === 0 ? '完成' : '其他') : gradePhrase(word);
  if (points === 'full') return `${name}得满分`;
  if (points === 'unknown') return `${name}得X分`;
  if (!('percent' in points)) return `${name}得${figure(points)}分`;
  return points.percent.isZero() ? `${name}不得分` : `${name}得${figure(points.percent)}%指标分`;
}

function trendText(rule: YearOnYear): string {
  const { wanted, step, same, marks, otherwise } = rule;
  const goalText = `${wanted === 'notUp' || wanted === 'notDown' ? '' : '较上年'}${MOVES[wanted]}${award(marks)}`;
  const level = same === null ? '' : `，与上年持平${same === 'full' ? '不扣分' : `得${figure(same)}分`}`;
  if (step === null) return `${goalText}${level}，否则${otherwiseText(otherwise)}`;
  return `${goalText}，每${MOVES[step.moves]}${figure(step.amount)}${step.unitText ?? ''}${penaltyText(step.penalty)}，扣完为止`;
}

function dayText(deadline: Dated['deadline']): string {
  if (deadline === null) return '按时完成';
  const year = deadline.year === null ? '' : `${deadline.year}年`;
  return `${year}${deadline.month}月${deadline.day}日前完成`;
}

function datedText({ deadline, perDay, penalty, otherwise, cutoff, marks }: Dated): string {
  const done = `${dayText(deadline)}${award(marks)}`;
  if (perDay === null || penalty === null) return `${done}，逾期${otherwiseText(otherwise)}`;
  const end = cutoff === null ? '' : `，${overText(cutoff)}天不得分`;
  return `${done}，每延期${figure(perDay)}天${penaltyText(penalty)}${end}，扣完为止`;
}

const PROPORTIONS: Readonly<Record<Proportional['of'], string>> = {
  usage: '未完成按资金使用率等比计分',
  excess: '超出按比例扣减',
  shortfall: '未完成按比例扣减',
  unclear: '按比例扣减',
};

function proportionText({ of, deadline, cutoff, marks, measure }: Proportional): string {
  return `${deadline === null ? '完成' : dayText(deadline)}${award(marks)}，${PROPORTIONS[of]}${cutoff === null ? '' : `，${limitText(cutoff, measure)}不得分`}`;
}

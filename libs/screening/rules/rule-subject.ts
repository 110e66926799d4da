import { ALL_KINDS, rule, type Flaw } from '../finding.ts';
import { type IndicatorReading, isQualitative } from '../indicator-reading.ts';
import { forEachRule, type ReadRule } from '../rule-reading.ts';
import { sharedWords } from '../words.ts';

const RESTS_ON = '财预〔2020〕10号：指标分值与评（扣）分标准应当明确、一致，可据以打分';

/** Words that stand in any explanation and any rule. */
const ANYWHERE = /该?指标|必须|考察|考核|主要|要求|完成|得分|满分|扣分|扣完|达到|未达/g;
const telling = (text: string): string => text.replace(ANYWHERE, ' ').replace(/\d/g, ' ');
const aboutRow = ({ name, row }: IndicatorReading): string => telling(`${name} ${row.explanation ?? ''}`);

/** Whether a rule that seems to be about something else has a word of the name or explanation after all. */
function hasWordsOf(row: IndicatorReading, text: string): boolean {
  return /指标值?内容/.test(text) || sharedWords(aboutRow(row), telling(text)) > 0;
}

/** What a rate may say of its subject; a rule that measures one of these does not measure another. */
const MEASURES = [
  /及时|按时|准时|按期|时限/,
  /满意/,
  /合格|达标|验收|优良/,
  /覆盖|普及/,
  /知晓/,
  /准确|差错/,
];
const MEASURED_RATE = /(?:及时|按时|满意|合格|达标|覆盖|知晓|准确)[率度]/;

/** 项目完成及时率达100%, of an indicator that has nothing to do with being in time. */
function anotherRate({ name, row }: IndicatorReading, text: string): string | undefined {
  const [rate] = MEASURED_RATE.exec(text.normalize('NFKC')) ?? [];
  const measure = rate === undefined ? undefined : MEASURES.find((pattern) => pattern.test(rate));
  if (rate === undefined || measure === undefined) return undefined;
  const own = [name, row.explanation, row.level2, row.description].join(' ');
  return measure.test(own) || /时效/.test(own) || sharedWords(telling(own), telling(text)) > 0
    ? undefined
    : rate;
}

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\d，。；,.;%]/g, '');
const FOREIGN = 4;

/** Another row with the same words of rule, to which they fit and to this one hardly. */
function copiedFrom({ row, text }: ReadRule, all: readonly ReadRule[]): IndicatorReading | undefined {
  const own = sharedWords(aboutRow(row), telling(text));
  const source = all.find(
    (other) =>
      other.row !== row &&
      bare(other.text) === bare(text) &&
      sharedWords(aboutRow(other.row), telling(text)) >= FOREIGN + own * 2,
  );
  return source?.row;
}

function anotherSubject(read: ReadRule, all: readonly ReadRule[]): Flaw[] {
  const { row, path, text, rule: compiled } = read;
  const message = (why: string): Flaw[] => [
    { path, message: `评（扣）分标准“${text}”说的不是指标“${row.name}”${why}，请核对` },
  ];
  if (compiled.kind === 'needs-person' && compiled.code === 'another-subject' && !hasWordsOf(row, text))
    return message('，是否从别的指标抄来');
  const source = copiedFrom(read, all);
  if (source) return message(`，与指标“${source.name}”的标准相同，是否从那里抄来`);
  const rate = anotherRate(row, text);
  return rate === undefined ? [] : message(`，量的是${rate}`);
}

/** 定性 … 达98%得满分，每少1%扣1分: words for a target, and a rule that counts how far a number falls short of one. */
function unlikeTarget({ row, path, text, rule: compiled }: ReadRule): Flaw[] {
  const isInWords = row.value !== '' && !/\d/.test(row.value) && !row.isDate;
  if (!isInWords || !isQualitative(row)) return [];
  const counts =
    compiled.kind === 'deduction' || (compiled.kind === 'needs-person' && compiled.code === 'kind-conflict');
  if (!counts) return [];
  const message = `指标“${row.name}”的指标值是定性的“${row.value}”，评（扣）分标准“${text}”却按数计分，请把两者改为一致`;
  return [{ path, message }];
}

export const ruleSubjectRules = [
  rule({
    code: 'rule-about-another-subject',
    title: '评分标准说的是本指标',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: forEachRule(anotherSubject),
  }),
  rule({
    code: 'rule-unlike-target',
    title: '定性的指标值不按数计分',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: forEachRule(unlikeTarget),
  }),
];

import { labelOf } from '#form';
import { COMMAND_TERMS, ROLE_TERMS, STATE_TERMS, type Refusal, type RefusalCode } from '#domain';

export type Facts = Readonly<Record<string, string>>;
type Sentence = (facts: Facts) => string;

/** The Chinese word for a key of a glossary, or the key itself where it has none. */
const term = (terms: Readonly<Record<string, string>>, key = ''): string => terms[key] ?? key;
/** “名称”, where a fact names somebody or something. */
const quoted = (text: string | undefined): string => (text ? `“${text}”` : '');
const stageOf = ({ stage }: Facts): string => (stage ? `“${stage}”` : '当前');
/** Ends a sentence with what it is about, where that is known. */
const about = (text: string | undefined): string => (text ? `：${text}` : '');

const DRAFTING = {
  KindNotInCampaign: () => '本批次不要求申报这一类表，请改选表种或向绩效股查询批次要求',
  KindChanged: () => '表种不能更改，请另建一个目标',
  FiledOffline: () => '这一项目已登记为涉密，申报表须线下报送，不经本系统；编码填错的请改正',
  CampaignNotOpen: () => '申报批次未开启或已关闭，请与绩效股联系',
  WithTheHead: () => '申报表已提交单位负责人，需由其退回经办后才能修改',
  NotPresented: () => '经办尚未提交单位审核，请先由经办提交',
  NothingChanged: () => '内容与原来相同，没有可保存的修改',
  RevisionMissing: () => '退回后尚未修改申报表，请按意见修改后再送审',
  ErrorsLeft: ({ count = '' }) => `预审还有 ${count} 处错误，请逐条改正后再送审`,
  AnswerToNoFinding: ({ code = '' }) => `预审没有提出“${code}”这一问题，请核对所答复的问题`,
  WindowNotOpen: ({ opens = '' }) => `尚未到开放时间，${opens} 起可以办理`,
  WindowClosed: ({ closes = '' }) => `已过截止日期 ${closes}，如需办理请向绩效股申请延期`,
  OverCeiling: ({ amount = '', ceiling = '' }) =>
    `申请金额 ${amount} 万元超过控制数 ${ceiling} 万元，请调减后再送审`,
  ReviewHasBegun: () => '已有审核人处理，不能撤回，如需修改请联系审核人退回',
} satisfies Partial<Record<RefusalCode, Sentence>>;

const REVIEW = {
  OwnWork: () => '起草、修改或送审过这一目标的人不能审核它，请由他人办理',
  OneStageARound: () => '同一轮中已在其他环节审核过的人不能再审核，请由他人办理',
  NotThisStagesTurn: (facts) => `${stageOf(facts)}环节现在不由您审核`,
  AlreadySigned: (facts) => `${stageOf(facts)}环节您已签署意见，不能重复签署`,
  UnknownPath: ({ path = '' }) =>
    `申报表中没有${path ? `“${path}”（${labelOf(path)}）` : '这一'}位置，请核对 path`,
  UnknownStage: ({ stage = '' }) => `审核链中没有“${stage}”这一环节，请核对 returnTo`,
  NotAnEarlierStage: (facts) => `${stageOf(facts)}不是更早的环节，只能退回单位或更早的环节`,
  ReturnToWithoutReturn: () => '只有“退回修改”才能指定退回到哪里，请去掉 returnTo',
  GradeContradictsDecision: ({ grade = '' }) =>
    `等级“${grade}”与审核决定不一致：优、良应同意，中应退回单位修改，差应不予通过`,
  GradeNotOfPoints: ({ grade = '' }) => `按各项得分等级应为“${grade}”，请改正等级或得分`,
  SheetIncomplete: () => '审核表每一问都要有且只有一个得分，且不超过该问的分值，请补正',
  WordingOpen: () => '还有修改建议未答复，须待单位接受或不接受后才能同意',
  UnknownWording: () => '没有这条待答复的修改建议，请核对 wordingId',
  WordingOutdated: () => '申报表此处已变更，这条修改建议不再适用，请选择不接受',
  NotEligible: ({ name }) => `${quoted(name)}没有审核岗位，请另选他人`,
  AlreadySigner: ({ name }) => `${quoted(name)}已在本环节审核人之中，请另选他人`,
  PeriodInvalid: () => '委托期间不对：起止应为日期，截止不早于起始，也不早于今天',
  UrgedToday: ({ limit = '1' }) => `今天已催办 ${limit} 次，请明天再催`,
  ToBeReadAlone: ({ count = '' }) => `预审发现 ${count} 处错误，不能批量同意，请打开这一目标单独审核`,
  NobodyToUrge: () => '现在没有等待办理的人，不需要催办',
} satisfies Partial<Record<RefusalCode, Sentence>>;

const AFTER_APPROVAL = {
  DateInvalid: ({ date }) => `${quoted(date)}不是有效日期，请按 2027-03-05 的样式填写`,
  GrantedBeforeOpening: ({ opens = '' }) => `批复日期早于本批次开始申报的 ${opens}，请核对`,
  AmountMissing: () => '申报表没有填写本年度金额，请写明批复金额',
  AlreadyDisclosed: () => '目标已经公开，不能重复办理',
  ActualMissing: ({ name }) => `请填写指标的实际完成值${about(name)}`,
  ActualInvalid: ({ name, why }) => `指标${quoted(name)}的实际完成值无法识别，请改正${about(why)}`,
  UnknownIndicator: ({ id = '' }) => `批复的目标中没有指标“${id}”，请核对 indicatorId`,
  IndicatorTwice: () => '同一指标填了两次，请只保留一条',
  PointsMissing: ({ name, weight, why }) =>
    `指标${quoted(name)}需要人工评分${weight ? `（满分 ${weight} 分）` : ''}，请填写得分并说明理由${about(why)}`,
  PointsOutOfRange: ({ name, weight }) =>
    `指标${quoted(name)}的得分应为 0 到${weight ? ` ${weight} ` : '其分值'}之间、最多两位小数的数`,
  ReasonDue: ({ name }) => `未得满分、明显超出目标或与自动评分不同的，须说明原因${about(name)}`,
} satisfies Partial<Record<RefusalCode, Sentence>>;

const REGISTER = {
  AlreadyExists: ({ code }) => `${quoted(code)}已经登记，不能重复`,
  UnknownWindow: ({ window = '' }) => `本批次没有“${window}”这一时间窗口，请核对 window`,
  ChainInvalid: () => '审核链应有一到五个环节，编号和名称不得为空或重复，编号不得为 unit',
  WindowsInvalid: () => '时间窗口的起止应为有效日期，且截止不早于开放',
  DeadlineNotLater: ({ closes = '' }) => `新的截止日期应晚于现在的 ${closes}`,
  UnknownUnit: ({ code }) => `没有登记${quoted(code)}这一单位，或者它已撤销，请核对编码`,
  UnknownSection: () => '没有登记这一股室，请核对编号',
  NameTaken: ({ username = '' }) => `用户名“${username}”已被使用，请另选一个`,
  OfficesApart: ({ name }) => `${quoted(name)}不能兼任：系统管理员、安全管理员、审计各须由专人担任`,
  RoleNeedsPlace: ({ role }) => `“${term(ROLE_TERMS, role)}”岗位与所在单位或股室不相符，请先调整所在部门`,
  LastAdministrator: () => '至少要保留一名安全管理员，请先授予他人',
} satisfies Partial<Record<RefusalCode, Sentence>>;

/** What a user reads when the domain refuses, by code; facts are those that the refusal carries. */
export const REFUSALS: Readonly<Record<RefusalCode, Sentence>> = {
  NotAllowedNow: ({ state, command }) =>
    `当前状态${state ? `为“${term(STATE_TERMS, state)}”，` : ''}不能办理“${term(COMMAND_TERMS, command) || '此事'}”`,
  NotYours: () => '这不是您本人的事项，不能代为处理',
  UnknownPerson: () => '没有登记这个人，或者其已调离，请核对 user',
  ReasonMissing: () => '请写明理由',
  ...DRAFTING,
  ...REVIEW,
  ...AFTER_APPROVAL,
  ...REGISTER,
};

/** Refused for what was handed in (422). Every other code is refused for how things stand now (409). */
const OF_THE_INPUT: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'UnknownPerson',
  'ReasonMissing',
  'KindNotInCampaign',
  'KindChanged',
  'NothingChanged',
  'ErrorsLeft',
  'AnswerToNoFinding',
  'OverCeiling',
  'UnknownPath',
  'UnknownStage',
  'NotAnEarlierStage',
  'ReturnToWithoutReturn',
  'GradeContradictsDecision',
  'GradeNotOfPoints',
  'SheetIncomplete',
  'UnknownWording',
  'NotEligible',
  'PeriodInvalid',
  'DateInvalid',
  'GrantedBeforeOpening',
  'AmountMissing',
  'ActualMissing',
  'ActualInvalid',
  'UnknownIndicator',
  'IndicatorTwice',
  'PointsMissing',
  'PointsOutOfRange',
  'ReasonDue',
  'UnknownWindow',
  'ChainInvalid',
  'WindowsInvalid',
  'DeadlineNotLater',
  'UnknownUnit',
  'UnknownSection',
  'NameTaken',
  'RoleNeedsPlace',
]);

export const statusOfRefusal = (code: RefusalCode): 409 | 422 => (OF_THE_INPUT.has(code) ? 422 : 409);

const isRefusalCode = (code: string | undefined): code is RefusalCode =>
  code !== undefined && Object.hasOwn(REFUSALS, code);

/** The fields that a refusal points at, each with its own sentence: a finding's as screening wrote it. */
export function fieldsOfRefusal({ code, facts, fields }: Refusal): { path: string; message: string }[] {
  return fields.map((field) => {
    if (code === 'ErrorsLeft')
      return { path: field.path, message: field.message ?? REFUSALS.ErrorsLeft(facts) };
    if (code === 'UnknownPath')
      return {
        path: field.path,
        message: REFUSALS.UnknownPath({ path: field.message ?? facts['path'] ?? '' }),
      };
    if (!isRefusalCode(field.code))
      return { path: field.path, message: REFUSALS[code]({ ...facts, ...field.facts }) };
    return { path: field.path, message: REFUSALS[field.code]({ ...facts, ...field.facts }) };
  });
}

/** Sentences for what a body may break, by the name that the validator gives its constraint. */
const SENTENCES: Readonly<Record<string, string>> = {
  whitelistValidation: '没有这一栏，请去掉',
  isString: '应为文字',
  isNotBlank: '不能为空白',
  maxLength: '文字过长，请缩短',
  isArray: '应为列表',
  arrayMaxSize: '行数过多，请减少',
  arrayMinSize: '至少要有一项',
  isInt: '应为整数',
  min: '数值过小',
  max: '数值过大',
  isIn: '不在可选的值之中',
  isBoolean: '请填写是（true）或否（false）',
  isObject: '应为一组内容，请按接口说明填写',
  isDay: '应为日期，如 2027-03-05',
  isAmount: '请填写数字，以万元为单位，不为负数，最多六位小数，如 36.5',
  isPoints: '请填写数字，不为负数，最多两位小数，如 9.5',
  isWebAddress: '应为 http 或 https 网址',
  isTargetId: '应为目标编号（36 位，如 3f2c0a7e-1b2c-5d3e-8f90-a1b2c3d4e5f6）',
  isCode: '只能用字母、数字、点、下划线和连字符，最长 64 位',
  isPlace: '应指明单位（unit）或股室（section）之一',
  isScope: '应为 {all: true}、{department: 编码} 或 {unit: 编码}',
  isPath: '应为申报表中的位置，如 /indicators/i3/value',
  isPassword: '密码应为 10 到 200 个字',
  isCursor: '翻页位置不对，请从第一页重新查看',
  isScoringRow: '应为一个指标行，各项为文字，请按接口说明填写',
  isChains: '审核链的格式不对，请按接口说明填写',
  isWindows: '时间窗口的格式不对，请按接口说明填写',
  isWindowName: '没有这种时间窗口，请按接口说明填写',
  isReminders: '提醒设置的格式不对：天数用整数，时间写作 08:30，详见接口说明',
  isRuleSet: '规则集的格式不对，请按接口说明填写',
  isMoment: '应为带时区的时间，如 2027-03-05T10:00:00+08:00',
  isDisclosure: '应填写公开日期和网址，或填写不予公开的理由，二者只能取一',
  nestedValidation: '应为一组内容，或逐项列出的若干组，请按接口说明填写',
  isRows: '应为以逗号分开的行号，如 2,3,7，最多 500 行',
  isIds: '应为通知编号的列表，1 到 500 个',
  isAddress: '应为邮箱地址，如 zhang@example.gov.cn，没有请留空',
  isRobots: '应为 wecom、dingtalk、feishu 的列表，各至多一次',
  isUuid: '编号不对，请从页面或接口的回复中取得',
};

/** The sentence for a broken constraint; `choices` are told where there are any. */
export function constraintSentence(name: string, choices?: readonly string[]): string {
  const sentence = SENTENCES[name] ?? '填写不对';
  return choices && choices.length > 0 ? `应为 ${choices.join('、')} 之一` : sentence;
}

export const knowsConstraint = (name: string): boolean => Object.hasOwn(SENTENCES, name);

import {
  type Chains,
  type ReminderSettings,
  type Scope,
  type Windows,
  type WindowName,
} from '#domain/campaign';
import { type RuleSet } from '#domain';
import { Amount, Checked, Day, Flag, OneOf, Rows, Text, WholeNumber } from './fields.ts';
import { CHAINS, REMINDERS, RULE_SET, SCOPE, WINDOW_NAME, WINDOWS } from './campaign-terms.ts';

export class CampaignBody {
  @Text('批次编号', { max: 100 })
  id!: string;
  @Text('批次名称', { max: 200 })
  name!: string;
  @WholeNumber('预算年度', { min: 1990, max: 2100 })
  fiscalYear!: number;
  @Checked('各表种的审核链', CHAINS)
  chains!: Chains;
  @Checked('时间窗口', WINDOWS)
  windows!: Windows;
  @Checked('规则集，不填为默认', { ...RULE_SET, optional: true })
  ruleSet?: RuleSet;
  @OneOf('退回后从首个环节或退回的环节重新审核', ['first', 'returning'], { optional: true })
  resumeAt?: 'first' | 'returning';
  @Flag('主管部门是否批复所属单位', { optional: true })
  departmentsGrant?: boolean;
  @Checked('提醒的天数、时间、免打扰时段，不填为默认', { ...REMINDERS, optional: true })
  reminders?: Partial<ReminderSettings>;
}

export class ExtensionBody {
  @Checked('哪个时间窗口', WINDOW_NAME)
  window!: WindowName;
  @Checked('对谁', SCOPE)
  scope!: Scope;
  @Day('延长到')
  until!: string;
  @Text('理由')
  reason!: string;
}

export class FundTotalBody {
  @Text('专项资金名称', { max: 1000 })
  fund!: string;
  @Amount('总额（万元）')
  total!: string;
}

/** All of them; what is left out is no longer compared. */
export class FundTotalsBody {
  @Rows('各专项资金的总额', () => FundTotalBody)
  fundTotals!: FundTotalBody[];
}

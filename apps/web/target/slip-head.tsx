import { type TargetView } from '#contracts';
import { amountOf } from '#domain/target';
import { nameOf } from '../form/index.ts';
import { grouped, KIND_TERMS } from '../words/index.ts';

/** What stands above the opinions on the printed 审批单: which target they are about. Not shown on the screen. */
export function SlipHead({ target }: { target: TargetView }) {
  const { fiscalYear, kind, unit, department, form, grant, round } = target;
  const facts = [
    ['填报单位', unit.name],
    ['主管部门', department.name],
    ['名称', nameOf(form)],
    ['申请资金', `${grouped(amountOf(form))} 万元`],
    ['送审次数', `第 ${String(round)} 次`],
    ['批复', grant ? `${grant.documentNumber}，${grant.date}，${grouped(grant.amount)} 万元` : ''],
  ] as const;
  return (
    <div className="print-only">
      <h2 className="paper-title slip-title">
        {fiscalYear}年度{KIND_TERMS[kind]}绩效目标审批单
      </h2>
      <dl className="slip-facts">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

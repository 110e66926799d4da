import { Alert } from 'antd';
import { KIND_TERMS } from '../../words/index.ts';
import { CalendarPicture } from './calendar-picture.tsx';
import { pictureOf } from './calendar.ts';
import { ChainPicture } from './chains-step.tsx';
import { remindersInWords } from './reminder-terms.ts';
import { KINDS, type CampaignDraft } from './terms.ts';

/** Everything as it will be, and what still has to be put right. */
export function CheckStep({ draft, faults }: { draft: CampaignDraft; faults: readonly string[] }) {
  const { name, id, fiscalYear, chains, windows, ruleSet, resumeAt, departmentsGrant, reminders } = draft;
  const changed = Object.keys(ruleSet.screening).length;
  return (
    <>
      {faults.length === 0 ? (
        <Alert
          type="success"
          title="可以开启。开启后单位就能看到本批次；窗口只能延长，审核链和规则集不能再改。"
        />
      ) : (
        <Alert
          type="error"
          title="开启前还要改："
          description={
            <ul className="faults">
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          }
        />
      )}
      <h2 className="check-title">
        {name}（编号 {id}，{fiscalYear} 年度）
      </h2>
      {KINDS.map((kind) => {
        const chain = chains[kind];
        return (
          chain && (
            <div key={kind} className="check-chain">
              <span>{KIND_TERMS[kind]}</span>
              <ChainPicture chain={chain} />
            </div>
          )
        );
      })}
      <CalendarPicture picture={pictureOf(windows, chains)} />
      <p>
        退回修改后{resumeAt === 'first' ? '从第一个环节重新审核' : '从退回的环节接着审核'}；
        {departmentsGrant ? '主管部门批复所属单位的目标' : '由财政局批复'}；等级界限：优{' '}
        {ruleSet.gradeBounds.excellent}、良 {ruleSet.gradeBounds.good}、中 {ruleSet.gradeBounds.fair} 分；
        {changed === 0 ? '预审规则按默认' : `预审规则改了 ${String(changed)} 条`}。
      </p>
      <p>{remindersInWords(reminders)}</p>
    </>
  );
}

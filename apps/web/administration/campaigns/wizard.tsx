import { Alert, App, Button, Steps } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type CampaignView } from '#contracts';
import { messagesByPath, registers, sentenceOf } from '../../api/index.ts';
import { dayOf } from '../../words/index.ts';
import { ChainsStep } from './chains-step.tsx';
import { CheckStep } from './check-step.tsx';
import { NameStep } from './name-step.tsx';
import { RemindersStep } from './reminders-step.tsx';
import { RulesStep } from './rules-step.tsx';
import { blankDraft, bodyOf, faultsOf, type CampaignDraft } from './terms.ts';
import { WindowsStep } from './windows-step.tsx';

/** 审核链 comes before 时间窗口, for each stage has a window of its own. */
const STEPS = ['年度与名称', '审核链', '时间窗口', '提醒', '规则集', '核对'] as const;

interface WizardProps {
  campaigns: readonly CampaignView[];
  onClose: () => void;
}

/** A new campaign step by step; nothing is sent before the last. */
export function Wizard({ campaigns, onClose }: WizardProps) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [step, setStep] = useState(0);
  const [draft, setDraft] = useState(() => blankDraft(nextYear(campaigns), campaigns[0]));
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const taken = campaigns.map(({ id }) => id);
  const change = (part: Partial<CampaignDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const create = async (): Promise<void> => {
    setPending(true);
    try {
      await registers.openCampaign(bodyOf(draft));
      await queries.invalidateQueries();
      void message.success(`${draft.name}已开启`);
      onClose();
    } catch (error) {
      setProblem([sentenceOf(error), ...messagesByPath(error).values()].join(' '));
      setPending(false);
    }
  };
  const props = { draft, onChange: change };
  const faults = faultsOf(draft, taken);
  return (
    <>
      <Steps
        size="small"
        current={step}
        onChange={setStep}
        items={STEPS.map((title) => ({ title }))}
        className="wizard-steps"
      />
      <div className="panel wizard">
        {step === 0 && <NameStep {...props} />}
        {step === 1 && <ChainsStep {...props} />}
        {step === 2 && <WindowsStep {...props} />}
        {step === 3 && <RemindersStep {...props} />}
        {step === 4 && <RulesStep {...props} />}
        {step === 5 && <CheckStep draft={draft} faults={faults} />}
      </div>
      {problem !== null && <Alert type="error" title={problem} style={{ marginTop: 12 }} />}
      <div className="wizard-do">
        <Button onClick={onClose}>取消</Button>
        {step > 0 && <Button onClick={() => setStep(step - 1)}>上一步</Button>}
        {step < STEPS.length - 1 ? (
          <Button type="primary" onClick={() => setStep(step + 1)}>
            下一步
          </Button>
        ) : (
          <Button
            type="primary"
            disabled={faults.length > 0}
            loading={isPending}
            onClick={() => void create()}
          >
            开启批次
          </Button>
        )}
      </div>
    </>
  );
}

/** The year after the newest campaign, or after this one. */
const nextYear = ([newest]: readonly CampaignView[]): number =>
  (newest?.fiscalYear ?? Number(dayOf(new Date()).slice(0, 4))) + 1;

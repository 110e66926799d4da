import { Segmented } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type CampaignView } from '#contracts';
import { readProgress, type CampaignProgress } from '../api/index.ts';
import { BarChart } from '../charts/index.ts';
import { Loaded, Nothing } from '../states/index.ts';
import { dayOf } from '../words/index.ts';
import { DepartmentTable } from './department-table.tsx';
import { answerTo, QUESTIONS, QUESTION_TERMS, type Question } from './questions.ts';
import { endsOf, wayOf } from './steps.ts';
import { StepTable } from './step-table.tsx';
import { Way } from './way.tsx';

export function Overview({ campaign: { id } }: { campaign: CampaignView }) {
  const progress = useQuery({ queryKey: ['progress', id], queryFn: () => readProgress(id) });
  return (
    <Loaded query={progress} lines={10}>
      {(figures) =>
        figures.states.length === 0 ? (
          <Nothing title="这个批次还没有目标">单位开始填报后，这里显示各环节和各部门的进度。</Nothing>
        ) : (
          <Figures progress={figures} />
        )
      }
    </Loaded>
  );
}

function Figures({ progress }: { progress: CampaignProgress }) {
  const { id, name } = progress.campaign;
  const today = dayOf(new Date());
  const steps = wayOf(progress);
  const [parameters, setParameters] = useSearchParams();
  const question = QUESTIONS.find((one) => one === parameters.get('q')) ?? 'late';
  const ask = (next: Question): void =>
    setParameters(
      (now) => {
        const address = new URLSearchParams(now);
        address.set('q', next);
        return address;
      },
      { replace: true },
    );
  const answer = useMemo(() => answerTo(question, progress, today), [question, progress, today]);
  const navigate = useNavigate();
  const isByStep = question === 'stuck' || question === 'amounts';
  const open = (index: number): void => {
    const key = answer.keys[index] ?? '';
    const step = steps.find((one) => one.key === key);
    void navigate(
      step ? `/targets?campaign=${id}&state=${step.state}` : `/progress/departments/${key}?campaign=${id}`,
    );
  };
  return (
    <>
      <Way steps={steps} ends={endsOf(progress)} campaign={id} today={today} />
      <section className="panel question" aria-label={QUESTION_TERMS[question]}>
        <div className="question-head">
          <Segmented
            value={question}
            onChange={ask}
            options={QUESTIONS.map((value) => ({ value, label: QUESTION_TERMS[value] }))}
          />
          <b>{answer.sentence}</b>
        </div>
        <div className={isByStep ? 'question-body is-wide' : 'question-body'}>
          <BarChart label={answer.sentence} bars={answer.bars} onPick={open} />
          {isByStep && (
            <StepTable
              steps={steps.filter(({ key }) => answer.keys.includes(key))}
              campaign={id}
              today={today}
            />
          )}
        </div>
      </section>
      <DepartmentTable departments={progress.departments} campaign={{ id, name }} today={today} />
    </>
  );
}

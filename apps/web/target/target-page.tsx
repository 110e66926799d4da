import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { type TargetView } from '#contracts';
import { ActionBar } from '../actions/index.ts';
import { readHistory } from '../api/index.ts';
import { nameOf } from '../form/index.ts';
import { Paper } from '../paper/index.ts';
import { Failed, Waiting } from '../states/index.ts';
import { marksOf } from '../paper/index.ts';
import { Tabs } from '../tabs/index.ts';
import { ClassifiedTarget } from './classified.tsx';
import { FindingList } from './finding-list.tsx';
import { Result } from './result.tsx';
import { SignatureSheet } from './signature-sheet.tsx';
import { TargetHead } from './target-head.tsx';
import { TargetPapers } from './target-papers.tsx';
import { Timeline } from './timeline.tsx';
import { Urges } from './urges.tsx';
import { useTarget, useTargetChanged } from './use-target.ts';
import { Wordings } from './wordings.tsx';
import './target.css';

/** One target: the form as on paper, what was found, who said what, what happened; what to do next at the bottom. */
export function TargetPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useTarget(id);
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting lines={12} />;
  return data.classified ? <ClassifiedTarget target={data} /> : <Shown target={data} />;
}

function Shown({ target }: { target: TargetView }) {
  const { id, form, findings } = target;
  const changed = useTargetChanged(id);
  const [parameters, setParameters] = useSearchParams();
  const history = useQuery({ queryKey: ['history', id], queryFn: () => readHistory(id) });
  const items = history.data ?? [];
  const tabs = [
    { key: 'form', label: '申报表', children: <Paper form={form} marks={marksOf(findings)} /> },
    {
      key: 'findings',
      label: `预审结果 ${String(findings.length)}`,
      children: <FindingList target={target} />,
    },
    { key: 'opinions', label: '审核意见', children: <SignatureSheet items={items} target={target} /> },
    ...(target.evaluation
      ? [{ key: 'result', label: '自评与评价', children: <Result target={id} sheet={target.evaluation} /> }]
      : []),
    {
      key: 'history',
      label: '办理经过',
      children: (
        <>
          <Urges id={id} />
          <Timeline items={items} />
        </>
      ),
    },
  ];
  return (
    <>
      <TargetHead target={target} name={nameOf(form)}>
        <span className="head-links">
          <button type="button" className="link" onClick={() => window.print()}>
            打印
          </button>
          <TargetPapers target={target} />
          <Link to={`/targets/${id}/replay`}>回放与核验</Link>
        </span>
      </TargetHead>
      {history.error && <Failed error={history.error} onRetry={() => void history.refetch()} />}
      <Wordings target={target} onDone={changed} />
      <Tabs
        label="目标的各部分"
        active={parameters.get('tab') ?? 'form'}
        onChange={(tab) => setParameters(tab === 'form' ? {} : { tab }, { replace: true })}
        tabs={tabs}
      />
      <ActionBar target={target} onDone={changed} />
    </>
  );
}

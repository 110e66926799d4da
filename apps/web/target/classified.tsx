import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { type TargetView } from '#contracts';
import { ActionBar } from '../actions/index.ts';
import { readHistory } from '../api/index.ts';
import { TargetHead } from './target-head.tsx';
import { Timeline } from './timeline.tsx';
import { useTargetChanged } from './use-target.ts';

/** 涉密: what is registered, and where the form goes; there is nothing else to show. */
export function ClassifiedTarget({ target }: { target: TargetView }) {
  const { id, classified, state } = target;
  const changed = useTargetChanged(id);
  const history = useQuery({ queryKey: ['history', id], queryFn: () => readHistory(id) });
  return (
    <>
      <TargetHead target={target} name={classified?.code ?? ''}>
        <span className="head-links">
          <Link to={`/targets/${id}/replay`}>回放与核验</Link>
        </span>
      </TargetHead>
      <div className="panel" style={{ marginBottom: 16 }}>
        <h2>{state === 'abandoned' ? '涉密登记已作废' : '涉密项目，线下报送'}</h2>
        <p>本系统只登记项目编码、单位和理由，不收申报表，也不公开；申报表按保密规定线下报送。</p>
        <p>
          <span className="muted">登记理由：</span>
          {classified?.reason}
        </p>
      </div>
      <Timeline items={history.data ?? []} />
      <ActionBar target={target} onDone={changed} />
    </>
  );
}

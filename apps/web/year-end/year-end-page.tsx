import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { listCampaigns } from '../api/index.ts';
import { nameOf } from '../form/index.ts';
import { Loaded, Nothing } from '../states/index.ts';
import { Result, TargetHead, useTarget } from '../target/index.ts';
import { SelfEvaluation } from './self-evaluation.tsx';
import { Verification } from './verification.tsx';
import './year-end.css';

/** 年终: the unit evaluates itself, the bureau checks it point by point; for anybody else the result as it stands. */
export function YearEndPage() {
  const { id = '' } = useParams();
  const target = useTarget(id);
  const campaigns = useQuery({ queryKey: ['campaigns'], queryFn: listCampaigns });
  return (
    <Loaded query={target} lines={12}>
      {(one) => (
        <>
          <TargetHead target={one} name={`${nameOf(one.form)}：年终评价`}>
            <Link to={`/targets/${id}`}>查看申报表</Link>
          </TargetHead>
          <Loaded query={campaigns}>
            {(all) => {
              if (one.allowed.includes('SubmitSelfEvaluation'))
                return (
                  <SelfEvaluation target={one} campaign={all.find((each) => each.id === one.campaignId)} />
                );
              if (one.evaluation && one.allowed.includes('ConfirmEvaluation'))
                return <Verification target={one} sheet={one.evaluation} />;
              return one.evaluation ? (
                <Result target={id} sheet={one.evaluation} />
              ) : (
                <Nothing title="还没有自评">批复之后、自评期限之内，由单位经办填写实际完成情况。</Nothing>
              );
            }}
          </Loaded>
        </>
      )}
    </Loaded>
  );
}

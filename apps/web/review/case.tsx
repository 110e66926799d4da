import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { DEFAULT_RULE_SET } from '#domain';
import { type CampaignView, type TargetView } from '#contracts';
import { commands, listCampaigns, readHistory, type HistoryItem } from '../api/index.ts';
import { nameOf } from '../form/index.ts';
import { marksOf, Paper } from '../paper/index.ts';
import { Loaded, Restored } from '../states/index.ts';
import {
  FindingList,
  lastReturn,
  SignatureSheet,
  TargetHead,
  useTarget,
  useTargetChanged,
  Wordings,
} from '../target/index.ts';
import { Tabs } from '../tabs/index.ts';
import { Annotations } from './annotations.tsx';
import { LastYear } from './last-year.tsx';
import { OpinionBar } from './opinion-bar.tsx';
import { BLANK, opinionBody, type OpinionDraft } from './opinion-draft.ts';
import { RoundDiff } from './round-diff.tsx';
import { type Opinion } from './use-opinions.ts';
import { WordingProposal } from './wording-proposal.tsx';

interface CaseProps {
  id: string;
  opinion: Opinion | undefined;
  onWrite: (revision: number, change: (draft: OpinionDraft) => OpinionDraft) => void;
  onDrop: () => void;
  onGiven: (name: string) => void;
}

/** One target under review. */
export function Case(props: CaseProps) {
  const target = useTarget(props.id);
  const history = useQuery({ queryKey: ['history', props.id], queryFn: () => readHistory(props.id) });
  const campaigns = useQuery({ queryKey: ['campaigns'], queryFn: listCampaigns });
  return (
    <Loaded query={target} lines={12}>
      {(one) => (
        <Loaded query={history} lines={12}>
          {(items) => (
            <Opened
              {...props}
              target={one}
              items={items}
              campaign={campaigns.data?.find(({ id }) => id === one.campaignId)}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

interface OpenedProps extends CaseProps {
  target: TargetView;
  items: readonly HistoryItem[];
  campaign: CampaignView | undefined;
}

function Opened({ target, items, campaign, opinion, onWrite, onDrop, onGiven }: OpenedProps) {
  const { id, form, findings, revision } = target;
  const { draft } = opinion ?? { draft: BLANK };
  const onDraft = (change: (now: OpinionDraft) => OpinionDraft): void => onWrite(revision, change);
  const returned = lastReturn(items);
  const [tab, setTab] = useState(returned ? 'diff' : 'form');
  const [picked, pick] = useState<string | null>(null);
  const changed = useTargetChanged(id);
  const marks = useMemo(() => marksOf(findings, draft.annotations), [findings, draft.annotations]);
  const { sheet: criteria, gradeBounds: bounds } = campaign?.ruleSet ?? DEFAULT_RULE_SET;
  const isMyTurn = target.allowed.includes('GiveOpinion');
  const give = async (): Promise<void> => {
    await commands.opine(target, opinionBody(draft, criteria));
    changed();
    onGiven(nameOf(form));
  };
  const tabs = [
    {
      key: 'form',
      label: '申报表',
      children: (
        <Paper
          form={form}
          marks={marks}
          picked={picked ?? undefined}
          onPick={isMyTurn ? (path) => pick(anchorOf(path)) : undefined}
        />
      ),
    },
    ...(returned
      ? [{ key: 'diff', label: '与上轮差异', children: <RoundDiff target={target} returned={returned} /> }]
      : []),
    { key: 'last-year', label: '与上年对比', children: <LastYear target={target} /> },
    {
      key: 'findings',
      label: `预审结果 ${String(findings.length)}`,
      children: <FindingList target={target} />,
    },
    { key: 'opinions', label: '已有意见', children: <SignatureSheet items={items} target={target} /> },
  ];
  return (
    <>
      <div className="case">
        <TargetHead target={target} name={nameOf(form)}>
          <Link to={`/targets/${id}?tab=history`}>办理经过</Link>
        </TargetHead>
        <Wordings target={target} onDone={changed} />
        <Tabs label="审核内容" tabs={tabs} active={tab} onChange={setTab} />
      </div>
      <Annotations
        key={picked}
        picked={picked}
        draft={draft}
        isMyTurn={isMyTurn}
        onDraft={onDraft}
        onPick={pick}
      >
        {picked !== null && (
          <WordingProposal
            target={target}
            path={picked}
            onDone={() => {
              pick(null);
              changed();
            }}
          />
        )}
      </Annotations>
      {isMyTurn && (
        <OpinionBar
          target={target}
          draft={draft}
          onDraft={onDraft}
          sheet={{ criteria, bounds }}
          onGive={give}
        >
          <Restored what="意见" written={opinion} revision={revision} onDrop={onDrop} />
        </OpinionBar>
      )}
    </>
  );
}

/** A person is one field for annotations: the parts may be sealed. */
const anchorOf = (path: string): string => path.replace(/^(\/(?:unitHead|head|contact))\/.*$/u, '$1');

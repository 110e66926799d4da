import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { listCampaigns, readAt, readHistory, readTarget } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { Loaded, Nothing } from '../states/index.ts';
import { lastReturn, saidOnReturn } from '../target/index.ts';
import { Editor } from './editor.tsx';
import { localDraft } from './local-draft.ts';
import { type Opening } from './use-draft.ts';

/** The target as it stands, with what was typed here before and not saved. */
async function openingOf(id: string, user: string): Promise<Opening> {
  const target = await readTarget(id);
  const draft = localDraft(user, id);
  const isOutdated = draft !== null && draft.revision !== target.revision;
  const before = isOutdated ? await readAt(id, draft.revision) : null;
  return { target, draft, draftBase: before?.form ?? null };
}

export function EditorPage() {
  const { id = '' } = useParams();
  const { me } = useSession();
  const opening = useQuery({
    queryKey: ['opening', id],
    queryFn: async () => {
      const [opened, campaigns, history] = await Promise.all([
        openingOf(id, me.user),
        listCampaigns(),
        readHistory(id),
      ]);
      const campaign = campaigns.find((one) => one.id === opened.target.campaignId);
      const said = saidOnReturn(history, opened.target.state === 'returned');
      return { opened, ruleSet: campaign?.ruleSet, returned: lastReturn(history), said };
    },
    // What is under somebody's hands is not exchanged; each opening reads anew.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Loaded query={opening} lines={12}>
      {({ opened, ...beside }) =>
        opened.target.allowed.includes('ReviseForm') ? (
          <Editor key={id} opening={opened} {...beside} />
        ) : (
          <Nothing title="现在不能修改这张表" action={<Link to={`/targets/${id}`}>查看这个目标</Link>}>
            {opened.target.presented
              ? '已提交单位审核，需要修改时请单位负责人退回经办。'
              : '它不在填报或退回修改的状态，或者不归您填报。'}
          </Nothing>
        )
      }
    </Loaded>
  );
}

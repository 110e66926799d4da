import { Link, useSearchParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { type Role } from '#domain/directory';
import { BOXES, listTasks, type Box } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { useCampaignOfPage, useChoosing } from '../campaign/index.ts';
import { menuOf, seesForms } from '../frame/index.ts';
import { Loaded, Nothing } from '../states/index.ts';
import { HandledTasks } from './handled-tasks.tsx';
import { OpenTasks } from './open-tasks.tsx';
import './workbench.css';

const BOX_TERMS: Readonly<Record<Box, string>> = {
  todo: '待办',
  done: '已办',
  mine: '我发起的',
  copied: '抄送我的',
};
const EMPTY: Readonly<Record<Box, readonly [string, string]>> = {
  todo: ['现在没有待办', '有事项到您这里时会出现在这里，按截止日期排列。'],
  done: ['还没有已办', '您办理过的目标会列在这里，可以随时回看。'],
  mine: ['您还没有发起过目标', '您新建的申报会列在这里。'],
  copied: ['没有抄送给您的目标', '别人抄送给您的目标会列在这里。'],
};
/** Nothing waits for an auditor ever, so the page says where the work is. */
const AUDITOR = [
  '审计不办理申报事项',
  '在目标清单中打开一个目标，点“回放与核验”可逐步查看全过程和当时的申报表；点办理人的姓名，看这个人同意过的全部目标。',
] as const;
const MOST = 200;

/** Everybody's first page: what waits, by deadline, one click from the work. */
export function Workbench() {
  const { me } = useSession();
  if (me.roles.length === 0)
    return (
      <Nothing title="您还没有岗位">
        请联系安全管理员授予岗位（如经办、单位负责人、审核），授予后刷新本页即可办理。
      </Nothing>
    );
  if (!seesForms(me.roles))
    return (
      <Nothing title="您的岗位不接触申报表" action={<Works roles={me.roles} />}>
        您的工作从这里或主菜单进入。
      </Nothing>
    );
  return <Boxes roles={me.roles} />;
}

/** Where those go to work whom no target waits for: to every page of their menu but this one. */
function Works({ roles }: { roles: readonly Role[] }) {
  const pages = menuOf(roles).filter(({ to }) => to !== '/');
  return (
    <nav className="works" aria-label="我的工作">
      {pages.map(({ to, label }) => (
        <Link key={to} to={to}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

function Boxes({ roles }: { roles: readonly Role[] }) {
  const [parameters] = useSearchParams();
  const box = BOXES.find((one) => one === parameters.get('box')) ?? 'todo';
  const campaign = useCampaignOfPage();
  const choose = useChoosing();
  const tasks = useQuery({
    queryKey: ['tasks', box, campaign],
    queryFn: () => listTasks(box, MOST, campaign),
  });
  const isAuditor = roles.length > 0 && roles.every((role) => role === 'auditor');
  const [title, text] = box === 'todo' && isAuditor ? AUDITOR : EMPTY[box];
  return (
    <>
      <div className="page-head">
        <h1>工作台</h1>
        {roles.includes('clerk') && (
          <Link className="page-do" to="/targets/new">
            ＋ 新建申报
          </Link>
        )}
      </div>
      <nav className="boxes" aria-label="任务分类">
        {BOXES.map((one) => (
          <BoxLink key={one} box={one} campaign={campaign} isCurrent={one === box} />
        ))}
      </nav>
      {campaign !== null && (
        <p className="muted small">
          这里只列所选批次的事项。
          <button type="button" className="link small" onClick={() => choose(null)}>
            看全部批次
          </button>
        </p>
      )}
      <Loaded query={tasks}>
        {(page) => {
          if (page.items.length === 0)
            return (
              <Nothing title={title} action={box === 'todo' && <Works roles={roles} />}>
                {text}
              </Nothing>
            );
          return box === 'todo' ? <OpenTasks page={page} /> : <HandledTasks page={page} />;
        }}
      </Loaded>
    </>
  );
}

interface BoxLinkProps {
  box: Box;
  campaign: string | null;
  isCurrent: boolean;
}

function BoxLink({ box, campaign, isCurrent }: BoxLinkProps) {
  const { data } = useQuery({
    queryKey: ['tasks', box, 'count', campaign],
    queryFn: () => listTasks(box, 1, campaign),
  });
  return (
    <Link to={box === 'todo' ? '/' : `/?box=${box}`} aria-current={isCurrent ? 'page' : undefined}>
      {BOX_TERMS[box]} <span className="boxes-count">{data?.total ?? ''}</span>
    </Link>
  );
}

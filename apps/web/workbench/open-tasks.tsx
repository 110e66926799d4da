import { Link } from 'react-router';
import { type Page } from '#contracts';
import { type TargetItem, type TaskItem } from '../api/index.ts';
import { dayOf, grouped } from '../words/index.ts';
import { groupTasks, placeOf, sentenceOf, type TaskGroup } from './task-groups.ts';

/** 待办: sentences by deadline, each with its targets. */
export function OpenTasks({ page }: { page: Page<TaskItem> }) {
  const today = dayOf(new Date());
  return (
    <>
      {groupTasks(page.items, today).map(({ urgency, title, groups }) => (
        <section key={urgency} className={`tasks tasks-${urgency}`}>
          <h2>{title}</h2>
          {groups.map((group) => (
            <GroupCard key={group.key} group={group} today={today} />
          ))}
        </section>
      ))}
      {page.total > page.items.length && (
        <p className="muted">
          共 {page.total} 件，这里列出最急的 {page.items.length} 件。
        </p>
      )}
    </>
  );
}

/** Whoever has this duty may give no roles themselves, and the target's own page has nothing for them to do. */
const HOW_TO_STAFF =
  '请与单位商定经办或单位负责人的人选，报系统管理员登记、安全管理员授予岗位；有人后自动转到他们的待办。';

/** More of one unit than this are folded; the queue has them all. */
const SHOWN = 8;

function GroupCard({ group, today }: { group: TaskGroup; today: string }) {
  const { tasks, duty } = group;
  const [first] = tasks;
  if (!first) return null;
  const isSingle = tasks.length === 1;
  return (
    <div className="task-card">
      <div className="task-line">
        <Link className="task-sentence" to={placeOf(duty, first.target)}>
          {sentenceOf(group, today)}
        </Link>
        {isSingle && <AmountOf target={first.target} />}
      </div>
      {duty === 'staff' && <div className="muted small">{HOW_TO_STAFF}</div>}
      {!isSingle && (
        <ul>
          {tasks.slice(0, SHOWN).map(({ target }) => (
            <li key={target.id} className="task-line">
              <Link to={placeOf(duty, target)}>{target.name ?? '（未填名称）'}</Link>
              <AmountOf target={target} />
            </li>
          ))}
        </ul>
      )}
      {tasks.length > SHOWN && <div className="muted small">另有 {tasks.length - SHOWN} 个</div>}
    </div>
  );
}

function AmountOf({ target: { amount } }: { target: TargetItem }) {
  return <span className="amount muted">{amount === undefined ? '' : `${grouped(amount)} 万元`}</span>;
}

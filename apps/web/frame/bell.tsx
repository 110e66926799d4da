import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { readInbox } from '../api/index.ts';
import './bell.css';

const MOST_SHOWN = 99;

/** The way to 通知 with how many are unread; kept up to date by what the server tells. */
export function Bell() {
  const { data } = useQuery({ queryKey: ['inbox', 'unread'], queryFn: () => readInbox(true, 1) });
  const unread = data?.unread ?? 0;
  const label = unread === 0 ? '通知' : `通知，${String(unread)} 条未读`;
  return (
    <NavLink to="/inbox" className="bell" aria-label={label} title={label}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden>
        <path
          d="M12 3a6 6 0 0 0-6 6v4l-2 4h16l-2-4V9a6 6 0 0 0-6-6zM10 20a2 2 0 0 0 4 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      {unread > 0 && (
        <span className="bell-count" aria-hidden>
          {unread > MOST_SHOWN ? `${String(MOST_SHOWN)}+` : unread}
        </span>
      )}
    </NavLink>
  );
}

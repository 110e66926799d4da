import { useEffect, type ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useSession } from '../app/session.tsx';
import { LiveUpdates } from '../live/index.ts';
import { PageBoundary } from '../states/index.ts';
import { entryAt, menuOf } from './menu.ts';
import { PersonMenu } from './person-menu.tsx';
import { SearchBox } from './search-box.tsx';
import './frame.css';

const FOCUSED = /^\/(?:targets\/[^/]+\/edit|review(?:\/[^/]+)?)$/u;

/** Header, menu by role, content. */
export function Frame({ children }: { children: ReactNode }) {
  const { me } = useSession();
  const { pathname } = useLocation();
  const entries = menuOf(me.roles);
  const current = entryAt(pathname, entries);
  useEffect(() => {
    document.title = `${current?.label ?? '预算绩效目标'} · 预算绩效目标管理系统`;
    window.scrollTo(0, 0);
  }, [current, pathname]);
  // Where a form is worked on it needs the width; 返回 leads back to the menu.
  const isFocused = FOCUSED.test(pathname);
  return (
    <div className={isFocused ? 'frame is-focused' : 'frame'}>
      <header className="frame-header">
        <NavLink to="/" className="frame-product">
          预算绩效目标管理系统
        </NavLink>
        <SearchBox />
        <LiveUpdates />
        <PersonMenu />
      </header>
      <nav className="frame-menu" aria-label="主菜单">
        {entries.map(({ to, label }) => (
          <NavLink key={to} to={to} className={to === current?.to ? 'is-current' : ''} end>
            {label}
          </NavLink>
        ))}
      </nav>
      <main className="frame-content">
        <PageBoundary at={pathname}>{children}</PageBoundary>
      </main>
    </div>
  );
}

import { useEffect, useRef, type ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useSession } from '../app/session.tsx';
import { CampaignSwitch } from '../campaign/index.ts';
import { LiveUpdates } from '../live/index.ts';
import { PageBoundary } from '../states/index.ts';
import { Bell } from './bell.tsx';
import { entryAt, menuOf, seesForms } from './menu.ts';
import { PersonMenu } from './person-menu.tsx';
import { SearchBox } from './search-box.tsx';
import './frame.css';

const FOCUSED = /^\/(?:targets\/[^/]+\/edit|review(?:\/[^/]+)?)$/u;

/** Header, menu by role, content; the first Tab leads past them to the content. */
export function Frame({ children }: { children: ReactNode }) {
  const { me } = useSession();
  const { pathname } = useLocation();
  const entries = menuOf(me.roles);
  const current = entryAt(pathname, entries);
  const content = useRef<HTMLElement>(null);
  const menu = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${current?.label ?? (pathname === '/inbox' ? '通知' : '预算绩效目标')} · 预算绩效目标管理系统`;
    window.scrollTo(0, 0);
    // On a phone the menu is a strip wider than the screen.
    menu.current?.querySelector('.is-current')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current, pathname]);
  // Where a form is worked on it needs the width; 返回 leads back to the menu.
  const isFocused = FOCUSED.test(pathname);
  return (
    <div className={isFocused ? 'frame is-focused' : 'frame'}>
      <a
        className="frame-skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          content.current?.focus();
        }}
      >
        跳到正文
      </a>
      <header className="frame-header">
        <NavLink to="/" className="frame-product">
          预算绩效目标管理系统
        </NavLink>
        {seesForms(me.roles) && <CampaignSwitch />}
        <SearchBox />
        <LiveUpdates />
        <Bell />
        <PersonMenu />
      </header>
      <nav ref={menu} className="frame-menu" aria-label="主菜单">
        {entries.map(({ to, label }) => (
          <NavLink key={to} to={to} className={to === current?.to ? 'is-current' : ''} end>
            {label}
          </NavLink>
        ))}
      </nav>
      <main id="content" ref={content} tabIndex={-1} className="frame-content">
        <PageBoundary at={pathname}>{children}</PageBoundary>
      </main>
    </div>
  );
}

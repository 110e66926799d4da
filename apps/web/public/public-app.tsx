import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter, Link, Route, Routes } from 'react-router';
import { Refused } from '../api/index.ts';
import { Disclosure } from './disclosure.tsx';
import { Disclosures } from './disclosures.tsx';
import { apply as applyColours } from '../app/colour-mode.ts';
import '../app/colours.css';
import '../app/sr-only.css';
import './public.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && !(error instanceof Refused),
      staleTime: 60_000,
      refetchOnWindowFocus: false,
    },
  },
});

applyColours();

/** 公开: for anybody, without a session or the frame, and without the libraries that only those who work here need. */
export function PublicApp() {
  return (
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <a className="skip" href="#content">
          跳到正文
        </a>
        <header className="public-header">
          <Link to="/public">预算绩效目标公开</Link>
        </header>
        <main id="content" className="public">
          <Routes>
            <Route path="/public" element={<Disclosures />} />
            <Route path="/public/:id" element={<Disclosure />} />
            <Route
              path="*"
              element={
                <p>
                  没有这个页面。<Link to="/public">查看已公开的绩效目标</Link>
                </p>
              }
            />
          </Routes>
        </main>
        <footer className="public-footer">
          <p>依据《中华人民共和国预算法》第十四条和《中华人民共和国政府信息公开条例》公开，不含个人信息。</p>
        </footer>
      </BrowserRouter>
    </QueryClientProvider>
  );
}

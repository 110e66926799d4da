import { App as Messages, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN.js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useMemo } from 'react';
import { BrowserRouter } from 'react-router';
import { Refused } from '../api/index.ts';
import { Frame } from '../frame/index.ts';
import { apply as applyColours, useIsDark } from './colour-mode.ts';
import { Pages } from './pages.tsx';
import { SessionGate } from './session.tsx';
import { themeOf } from './theme.ts';
import './colours.css';
import './app.css';

/** A refusal stays one however often it is asked again. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && !(error instanceof Refused),
      staleTime: 5_000,
    },
  },
});

applyColours();

export function App() {
  const isDark = useIsDark();
  const theme = useMemo(() => themeOf(isDark), [isDark]);
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <QueryClientProvider client={queries}>
        <Messages message={{ maxCount: 3, top: 56 }} component={false}>
          {/* Without transitions: what is clicked answers at once, with grey bars while the page's chunk comes. */}
          <BrowserRouter useTransitions={false}>
            <SessionGate>
              <Frame>
                <Pages />
              </Frame>
            </SessionGate>
          </BrowserRouter>
        </Messages>
      </QueryClientProvider>
    </ConfigProvider>
  );
}

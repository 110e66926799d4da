import { LoadingOutlined } from '@ant-design/icons';
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
import './sr-only.css';

/** A refusal stays one however often it is asked again. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && !(error instanceof Refused),
      staleTime: 5_000,
    },
  },
});

/** Antd's own wheel is read out in English. */
const BUTTON = { autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-label="正在办理" /> };

applyColours();

export function App() {
  const isDark = useIsDark();
  const theme = useMemo(() => themeOf(isDark), [isDark]);
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={BUTTON} wave={{ disabled: true }}>
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

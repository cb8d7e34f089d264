import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './look.css';
import { router } from './router.tsx';
import { SettingsProvider, useDark, useSettings } from './settings.tsx';
import { themeFor } from './theme.ts';

/** The server puts a fresh nonce into every page; styles made while running carry it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } });

function Pages() {
  const { size } = useSettings();
  const dark = useDark();
  return (
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider
        locale={zhCN}
        csp={{ nonce }}
        theme={themeFor(dark, size)}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ConfigProvider>
    </StyleProvider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <SettingsProvider>
      <Pages />
    </SettingsProvider>
  </StrictMode>,
);

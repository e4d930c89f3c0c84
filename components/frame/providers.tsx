'use client';

import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useState } from 'react';
import { THEME_COOKIE } from '@/components/frame/theme';
import type { Theme } from '@/components/frame/theme-choice';
import { FirstZone, useChosenZone } from '@/components/ui/first-zone';

const ThemeContext = createContext<[Theme, (theme: Theme) => void]>(['system', () => {}]);

/** The theme and how to choose another; kept in a cookie for a year. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return use(ThemeContext);
}

// The server repeats reads by itself; asking again from here would only multiply its calls to AWS.
const makeClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { retry: false },
    },
  });

interface ProvidersProps {
  readonly nonce: string | undefined;
  readonly theme: Theme;
  readonly children: ReactNode;
}

/** What every page stands in: the query store, the nonce, the theme. */
export function Providers({ nonce, theme: first, children }: ProvidersProps) {
  const [client] = useState(makeClient);
  const [theme, setTheme] = useState(first);
  const choose = (next: Theme) => {
    setTheme(next);
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=31536000; samesite=lax`;
  };
  return (
    <CSPProvider {...(nonce ? { nonce } : {})}>
      <QueryClientProvider client={client}>
        <ThemeContext value={[theme, choose]}>
          <FirstZone value={useChosenZone()}>{children}</FirstZone>
        </ThemeContext>
      </QueryClientProvider>
    </CSPProvider>
  );
}

import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Outdated } from '@/components/frame/outdated';
import { Providers } from '@/components/frame/providers';
import { THEME_COOKIE, toTheme } from '@/components/frame/theme';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Keyturn', template: '%s · Keyturn' },
  description: 'The operations console for AWS Secrets Manager.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#111618' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the headers makes every page dynamic, which the nonce of the content policy needs.
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      {...(theme === 'system' ? {} : { 'data-theme': theme })}
    >
      <body>
        <Outdated nonce={nonce} />
        <Providers nonce={nonce} theme={theme}>
          {children}
        </Providers>
      </body>
    </html>
  );
}

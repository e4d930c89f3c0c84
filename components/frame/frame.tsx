'use client';

import { Globe, RefreshCw, Stethoscope, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { AccountBlock } from '@/components/frame/account-block';
import { Breadcrumbs, type Crumb } from '@/components/frame/breadcrumbs';
import { Clocks, ZoneNews } from '@/components/frame/clocks';
import { Logo } from '@/components/frame/logo';
import { ModeStrip } from '@/components/frame/mode-strip';
import { NavItem } from '@/components/frame/nav-item';
import { OperatorBlock, type OperatorProps } from '@/components/frame/operator-block';
import { PinnedList } from '@/components/frame/pinned-list';
import { RegionStrip } from '@/components/frame/region-strip';
import type { RegionReading } from '@/components/frame/region-summary';
import { Shortcuts } from '@/components/frame/shortcuts';
import { WhoShort } from '@/components/frame/who-short';
import { TooltipLayer } from '@/components/ui/tooltip-layer';

/** `now` in OperatorProps is the clock the screen goes by, in milliseconds. */
export interface FrameProps extends OperatorProps {
  readonly crumbs: readonly Crumb[];
  readonly regions: readonly RegionReading[];
  readonly secretsHref: string;
  /** Absent until the whole list is read. */
  readonly secretsCount?: number | undefined;
  /** The search of the top bar. */
  readonly find: ReactNode;
  /** Beneath the navigation, where there is room. */
  readonly views: ReactNode;
  readonly rotationHref: string;
  /** Secrets whose rotation fails; absent until that was read. */
  readonly rotationCount?: number | undefined;
  readonly replicationHref: string;
  /** Replicas out of sync; absent until all are read. */
  readonly replicationCount?: number | undefined;
  readonly diagnoseHref: string;
  readonly children: ReactNode;
}

// Pages that are not beneath the table of secrets.
const elsewhere = new Set<string | undefined>(['Rotation', 'Replication', 'Diagnose a log', 'Permissions']);

/** What stands around every page: where you are, as whom, in which account, until when, and what could be read. */
export function Frame(props: FrameProps) {
  const { operator, now, theme, onTheme, onSignOut, crumbs, regions, secretsHref, secretsCount } = props;
  const { find, views, children } = props;
  const { rotationHref, rotationCount, replicationHref, replicationCount, diagnoseHref } = props;
  const page = crumbs.at(-1)?.label;
  const who = { operator, now, theme, onTheme, onSignOut };
  const secrets = {
    href: secretsHref,
    label: 'Secrets',
    icon: Table2,
    count: secretsCount,
    current: page === 'Secrets' ? 'page' : elsewhere.has(page) ? undefined : 'true',
  } as const;
  const rotation = {
    href: rotationHref,
    label: 'Rotation',
    icon: RefreshCw,
    count: rotationCount,
    current: page === 'Rotation' ? 'page' : undefined,
  } as const;
  const replication = {
    href: replicationHref,
    label: 'Replication',
    icon: Globe,
    count: replicationCount,
    current: page === 'Replication' ? 'page' : undefined,
  } as const;
  const diagnose = {
    href: diagnoseHref,
    label: 'Diagnose a log',
    icon: Stethoscope,
    count: null,
    current: page === 'Diagnose a log' ? 'page' : undefined,
  } as const;
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <a
        href="#main"
        className="absolute top-1 left-1 z-30 -translate-y-16 rounded-md bg-raised px-3 py-2 text-accent text-xs underline shadow-overlay focus:translate-y-0"
      >
        Skip to content
      </a>
      <ModeStrip sandbox={operator.sandbox} readOnly={operator.readOnly} />
      <div className="flex min-h-0 flex-1">
        <aside
          aria-label="Navigation and operator"
          className="flex w-12 shrink-0 flex-col border-r bg-sunken text-xs max-lg:hidden xl:w-52 wide:w-60"
        >
          <div className="flex h-11 shrink-0 items-center gap-2 border-b px-3 max-xl:justify-center max-xl:px-0">
            <Logo />
            <span className="font-semibold text-sm tracking-tight max-xl:hidden">Keyturn</span>
          </div>
          <AccountBlock operator={operator} />
          <nav aria-label="Main" className="mt-3 px-2">
            <NavItem {...secrets} form="side" />
            <NavItem {...rotation} form="side" />
            <NavItem {...replication} form="side" />
            <NavItem {...diagnose} form="side" />
          </nav>
          {views}
          <PinnedList operator={operator} />
          <div className="mt-auto border-t">
            <OperatorBlock {...who} form="side" />
          </div>
        </aside>
        <div className="flex min-w-0 flex-1 flex-col">
          <header className="flex h-11 shrink-0 items-center gap-3 border-b bg-surface px-3 lg:px-4">
            <Logo className="lg:hidden" />
            <Breadcrumbs crumbs={crumbs} />
            {find}
            <WhoShort operator={operator} now={now} />
            <Clocks now={now} />
          </header>
          <main id="main" tabIndex={-1} className="relative min-h-0 flex-1 overflow-auto outline-none">
            {children}
          </main>
          <RegionStrip regions={regions} now={now} />
        </div>
      </div>
      <nav
        aria-label="Main"
        className="grid h-14 shrink-0 grid-cols-[repeat(5,auto)] border-t bg-sunken pb-[env(safe-area-inset-bottom)] lg:hidden"
      >
        <NavItem {...secrets} form="bar" />
        <NavItem {...rotation} form="bar" />
        <NavItem {...replication} form="bar" />
        <NavItem {...diagnose} label="Diagnose" form="bar" />
        <OperatorBlock {...who} form="bar" />
      </nav>
      <TooltipLayer />
      <Shortcuts />
      <ZoneNews />
    </div>
  );
}

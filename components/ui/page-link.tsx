'use client';

import { useRouter } from 'next/navigation';
import type { ComponentProps, MouseEvent } from 'react';

interface PageLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  readonly href: string;
}

/**
 * A link to a page of this console. A plain press goes there without loading everything anew; any other is the
 * browser's. What the page needs is fetched when pointer or focus come near. The framework's own link does the same and
 * three kilobytes more.
 */
export function PageLink({ href, onClick, children, ...rest }: PageLinkProps) {
  const router = useRouter();
  const warm = () => router.prefetch(href);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(href);
  };
  return (
    <a {...rest} href={href} onClick={follow} onPointerEnter={warm} onFocus={warm}>
      {children}
    </a>
  );
}

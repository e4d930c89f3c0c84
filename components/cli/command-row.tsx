import { CopyButton } from '@/components/ui/copy-button';
import { useShownText } from '@/lib/client/screen-share';
import type { CliCommand } from '@/lib/domain/cli-view/cli-view';

/** One command of the drawer, to be copied by itself; names in it are masked while the screen is shared. */
export function CommandRow({ name, region, text }: CliCommand) {
  const shown = useShownText();
  return (
    <figure className="grid grid-cols-[minmax(0,1fr)_auto] items-center border-b px-4 py-1.5 last:border-b-0 md:px-5">
      <figcaption className="min-w-0 truncate text-2xs text-fg-3">
        {name}, {region}
      </figcaption>
      <CopyButton text={text} className="-mr-2 md:row-span-2 md:self-start" />
      <pre className="wrap-anywhere whitespace-pre-wrap text-2xs leading-4 max-md:col-span-2">
        {shown(text)}
      </pre>
    </figure>
  );
}

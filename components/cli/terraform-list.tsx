import { CommandGroup } from '@/components/cli/command-group';
import { CommandRow } from '@/components/cli/command-row';
import { useShownNames } from '@/lib/client/screen-share';
import type { Declared } from '@/lib/domain/cli-view/terraform-of';

interface TerraformListProps {
  readonly declared: readonly Declared[];
  /** AWS's clock, in milliseconds. */
  readonly now: number;
}

/** What a page is about as Terraform declares it, and one sentence where it does not. */
export function TerraformList({ declared, now }: TerraformListProps) {
  const shown = useShownNames();
  return (
    <>
      {declared.map(({ title, says, text, next }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change
        <CommandGroup key={at} title={next ? `Next: ${title}` : shown(title)} note={says}>
          {text && <CommandRow {...{ text, now, next }} title="Terraform" name={title} />}
        </CommandGroup>
      ))}
      <p className="px-4 py-2 text-fg-3 md:px-5">
        {declared.length === 0 && 'Nothing on this page is something that Terraform declares. '}
        Terraform makes its own calls: what a page has read has no equal there. Plan before you apply; no
        value of a secret is written.
      </p>
    </>
  );
}

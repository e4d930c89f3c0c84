import { useId } from 'react';
import { Input } from '@/components/ui/input';
import { useShownNames } from '@/lib/client/screen-share';

interface TypedNameProps {
  /** What has to be typed: a secret's name, or words that say what is done. */
  readonly words: string;
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly busy: boolean;
}

/** The field that asks for a name before what cannot be taken back, or concerns a protected secret. */
export function TypedName({ words, typed, onTyped, busy }: TypedNameProps) {
  const field = useId();
  const shown = useShownNames()(words);
  return (
    <div className="flex min-w-0 flex-[1_1_24rem] flex-wrap items-center gap-x-2.5 gap-y-1.5">
      <label htmlFor={field} className="wrap-anywhere line-clamp-2" data-tip={shown}>
        Type <span className="font-mono">{shown}</span> to confirm
      </label>
      <Input
        id={field}
        mono
        // While the screen is shared the typed name is not for everybody's eyes either.
        type={shown === words ? 'text' : 'password'}
        data-1p-ignore=""
        autoCapitalize="none"
        value={typed}
        readOnly={busy}
        onChange={(event) => onTyped(event.target.value)}
        className="min-w-0 max-w-96 flex-[1_1_14rem] max-md:max-w-none"
      />
    </div>
  );
}

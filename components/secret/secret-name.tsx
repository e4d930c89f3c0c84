import { useShownNames } from '@/lib/client/screen-share';

/** A secret's name with its path quiet and its last part plain: the eye lands on what differs. */
export function SecretName({ name }: { name: string }) {
  const shown = useShownNames()(name);
  const cut = shown.lastIndexOf('/') + 1;
  return (
    <span className="wrap-anywhere font-mono">
      <span className="text-fg-3">{shown.slice(0, cut)}</span>
      <span className="font-semibold text-fg">{shown.slice(cut)}</span>
    </span>
  );
}

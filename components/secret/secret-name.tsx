/** A secret's name with its path quiet and its last part plain: the eye lands on what differs. */
export function SecretName({ name }: { name: string }) {
  const cut = name.lastIndexOf('/') + 1;
  return (
    <span className="wrap-anywhere font-mono">
      <span className="text-fg-3">{name.slice(0, cut)}</span>
      <span className="font-semibold text-fg">{name.slice(cut)}</span>
    </span>
  );
}

/** A field that has nothing in it. */
export function None() {
  return (
    <span role="img" aria-label="none" className="text-fg-3">
      -
    </span>
  );
}

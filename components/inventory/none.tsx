/** A field that has nothing in it. */
export function None() {
  return (
    <span className="text-fg-3">
      <span aria-hidden>-</span>
      <span className="sr-only">none</span>
    </span>
  );
}

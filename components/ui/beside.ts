/** Where something that floats goes: beside its trigger, on the side with more room, never off the screen. */
export function beside(trigger: DOMRect, gap = 4): Partial<CSSStyleDeclaration> {
  const { innerWidth, innerHeight } = window;
  const below = innerHeight - trigger.bottom >= Math.min(280, trigger.top);
  const start = trigger.left + trigger.width / 2 <= innerWidth / 2;
  const edge = 8;
  return {
    top: below ? `${trigger.bottom + gap}px` : 'auto',
    bottom: below ? 'auto' : `${innerHeight - trigger.top + gap}px`,
    left: start ? `${Math.max(edge, trigger.left)}px` : 'auto',
    right: start ? 'auto' : `${Math.max(edge, innerWidth - trigger.right)}px`,
    maxHeight: `${(below ? innerHeight - trigger.bottom : trigger.top) - gap - edge}px`,
    maxWidth: `${innerWidth - 2 * edge}px`,
  };
}

/** Moves what floats back where an edge of it left the screen: its width is known only once it is open. */
export function ontoScreen(floating: HTMLElement, edge = 8): void {
  const { left, right } = floating.getBoundingClientRect();
  if (left >= edge && right <= window.innerWidth - edge) return;
  floating.style.left = `${Math.max(edge, Math.min(left, window.innerWidth - edge - (right - left)))}px`;
  floating.style.right = 'auto';
}

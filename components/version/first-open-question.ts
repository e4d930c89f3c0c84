/**
 * The first thing the operator has to answer in a review: a warning to tick, else the name to type. Fingers get no keyboard
 * unasked, and a low screen is not scrolled away from what the review is about.
 */
export function firstOpenQuestion(): HTMLElement | true {
  const touch = window.matchMedia('(pointer: coarse)').matches;
  const question = touch ? 'input[type=checkbox]' : 'input[type=checkbox], form input';
  const found = document.querySelector<HTMLElement>(`[role=dialog] :is(${question})`);
  const foot = document.querySelector('[role=dialog] form');
  if (!found || !foot) return true;
  const inSight = found.getBoundingClientRect().bottom <= foot.getBoundingClientRect().top;
  return inSight || foot.contains(found) ? found : true;
}

import { leaveFor, unsavedForms, watch } from './unsaved';

let guarded = false;
let home = '';
let index: number | undefined;
// The one step that whoever typed has let happen.
let letGo = false;

/** While something is typed: the browser's own steps, links and the closing of the page ask before it is lost. */
export function guardLeaving(): void {
  if (guarded) return;
  guarded = true;
  home = placeOf(window.location.href);
  index = indexNow();
  navigation()?.addEventListener('currententrychange', onEntry);
  window.addEventListener('beforeunload', askBrowser);
  watch.onStep = onStep;
  document.addEventListener('click', onClick, true);
}

/** Ends that, once nothing typed is left. */
export function endGuard(): void {
  if (!guarded || unsavedForms.get().length > 0) return;
  guarded = false;
  letGo = false;
  navigation()?.removeEventListener('currententrychange', onEntry);
  window.removeEventListener('beforeunload', askBrowser);
  watch.onStep = undefined;
  document.removeEventListener('click', onClick, true);
}

/** Lets one step happen although something is typed: whoever typed has agreed. */
export function letLeave(go: () => void): void {
  letGo = true;
  go();
}

const askBrowser = (event: BeforeUnloadEvent) => {
  if (!letGo) event.preventDefault();
};

function onStep(event: PopStateEvent): void {
  const now = indexNow();
  const steps = now === undefined || index === undefined ? -1 : now - index;
  if (letGo || placeOf(window.location.href) === home) {
    // Within the page, or back where it was: what is typed stays.
    if (placeOf(window.location.href) === home && returning > 0) {
      returning -= 1;
      event.stopImmediatePropagation();
      return;
    }
    index = now;
    return;
  }
  // A step that is not taken is none of the router's business.
  event.stopImmediatePropagation();
  if (steps === 0) return;
  returning += 1;
  window.history.go(-steps);
  leaveFor(() => window.history.go(steps));
}

// Steps back to this page that the guard itself has asked for.
let returning = 0;

function onClick(event: MouseEvent): void {
  if (letGo || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (link?.target !== '' || link.hasAttribute('download')) return;
  if (link.origin === window.location.origin && placeOf(link.href) === home) return;
  event.preventDefault();
  event.stopPropagation();
  leaveFor(() => link.click());
}

/** Where a form lives: a page, a secret and a tab. Other fields of the address change beneath it. */
function placeOf(href: string): string {
  const { pathname, searchParams } = new URL(href);
  return [pathname, ...['scope', 'arn', 'tab'].map((name) => searchParams.get(name) ?? '')].join(' ');
}

// Not every browser tells where in its history it stands; then a step is taken for one back.
const navigation = () => (window as { navigation?: Navigation }).navigation;
const indexNow = () => navigation()?.currentEntry?.index;

function onEntry({ navigationType }: NavigationCurrentEntryChangeEvent): void {
  // What the page adds to its history itself is no step of anybody's.
  if (navigationType !== 'traverse') index = indexNow();
}

import type { Screen } from '@/components/inventory/columns';
import { useMedia } from '@/components/inventory/use-media';

/** How wide the screen is, in the steps of the layout. */
export function useScreen(): Screen {
  const tablet = useMedia('(width >= 48rem)');
  const laptop = useMedia('(width >= 64rem)');
  const desk = useMedia('(width >= 80rem)');
  const wide = useMedia('(width >= 87.5rem)');
  return wide ? 'wide' : desk ? 'desk' : laptop ? 'laptop' : tablet ? 'tablet' : 'phone';
}

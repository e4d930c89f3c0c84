import { later } from '@/components/ui/later';

/** The notice of a problem on pages that hardly ever show one: it is loaded when it is needed. */
export const ProblemLater = later(
  async () => (await import('@/components/problem/problem-notice')).ProblemNotice,
);

import dynamic from 'next/dynamic';

/** The notice of a problem on pages that hardly ever show one: it is loaded when it is needed. */
export const ProblemLater = dynamic(
  async () => (await import('@/components/problem/problem-notice')).ProblemNotice,
);

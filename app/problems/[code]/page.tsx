import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ProblemPage } from '@/components/problem/problem-page';
import { isProblemCode } from '@/lib/contract/problem';

export const metadata: Metadata = { title: 'Problem' };

export default async function Page({ params }: PageProps<'/problems/[code]'>) {
  const { code } = await params;
  if (!isProblemCode(code)) notFound();
  return <ProblemPage code={code} />;
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SecretPage } from '@/components/secret/secret-page';
import { parseSecretArn } from '@/lib/domain/arn';

export const metadata: Metadata = { title: 'Secret' };

export default async function Page({ searchParams }: PageProps<'/secret'>) {
  const { arn } = await searchParams;
  if (typeof arn !== 'string' || !parseSecretArn(arn)) notFound();
  return <SecretPage arn={arn} />;
}

import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { SignIn } from '@/components/sign-in/sign-in';
import { failureIn } from '@/lib/contract/sign-in-errors';
import { readSignInPage } from '@/lib/server/sign-in-page';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { callbackUrl, ended, error } = await searchParams;
  const sent = await cookies();
  const page = await readSignInPage(callbackUrl, (name) => sent.get(name)?.value);
  return <SignIn {...page} ended={ended !== undefined} failed={failureIn(error)} />;
}

import type { Metadata } from 'next';
import { SignIn } from '@/components/sign-in/sign-in';
import { readSignInPage } from '@/lib/server/sign-in-page';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { callbackUrl, ended } = await searchParams;
  return <SignIn {...(await readSignInPage(callbackUrl))} ended={ended !== undefined} />;
}

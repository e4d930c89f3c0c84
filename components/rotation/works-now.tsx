import { CircleHelp } from 'lucide-react';
import { OpensWords } from '@/components/rotation/opens-words';
import { ToneIcon } from '@/components/ui/badge';
import { Notice } from '@/components/ui/notice';
import { ShortVersion } from '@/components/version/short-version';
import type { SecretReading } from '@/lib/contract/answers';
import type { OpensNow } from '@/lib/domain/rotation/opens-now';
import { holderOf } from '@/lib/domain/version';

interface WorksNowProps {
  readonly reading: SecretReading;
  readonly opens: OpensNow | undefined;
  readonly now: number;
}

const titles: Record<Exclude<OpensNow['verdict'], 'works'>, string> = {
  dead: 'What your applications are given is dead',
  unknown: 'Whether what your applications are given works is not known',
};

/** What works right now: whether the version that is served opens the service, as far as rotations prove. */
export function WorksNow({ reading, opens, now }: WorksNowProps) {
  const current = holderOf(reading.versions, 'AWSCURRENT');
  if (!current || !opens) {
    return (
      <Notice form="strip" tone="idle" title="No version holds AWSCURRENT">
        Applications that ask for the current version are given nothing.
      </Notice>
    );
  }
  const { verdict } = opens;
  const words = (
    <>
      Your applications still use{' '}
      <ShortVersion id={current.id} others={reading.versions.map(({ id }) => id)} />, which{' '}
      <OpensWords opens={opens} now={now} />.
    </>
  );
  // Quiet when well.
  if (verdict === 'works') {
    return (
      <p className="flex gap-2.5 px-4 py-2.5 text-fg-2 text-xs md:px-5">
        <ToneIcon tone="ok" className="mt-px size-3.5" />
        <span className="min-w-0 max-w-[90ch]">{words}</span>
      </p>
    );
  }
  return (
    <Notice
      form="strip"
      tone={verdict === 'dead' ? 'fail' : 'idle'}
      icon={verdict === 'unknown' ? CircleHelp : undefined}
      title={titles[verdict]}
    >
      {words}
    </Notice>
  );
}

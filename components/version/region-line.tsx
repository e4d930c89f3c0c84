import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToneIcon } from '@/components/ui/badge';
import { clock } from '@/components/ui/time-format';
import type { Tone } from '@/components/ui/tone';
import { ShortVersion } from '@/components/version/short-version';
import type { RegionFollow } from '@/lib/client/follow';
import type { ReplicaReport } from '@/lib/domain/secret';

interface RegionLineProps {
  readonly follow: RegionFollow;
  readonly ids: readonly string[];
  /** What the primary says of this replica: heard, not seen. */
  readonly reported: ReplicaReport['status'] | undefined;
}

/** One region's proof: read back, still on the version before, behind, or only reported. */
export function RegionLine({ follow, ids, reported }: RegionLineProps) {
  const { tone, text, more } = line(follow, ids, reported);
  return (
    <li className="flex gap-2.5 border-b px-4 py-2">
      <span className="pt-px">
        <ToneIcon tone={tone} icon={follow.problem?.status === 403 ? Lock : undefined} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-1.5">
          <span className="font-medium font-mono">{follow.region}</span>
          <span className="text-fg-3">{follow.primary ? 'primary' : 'replica'}</span>
          {follow.at && (
            <span className="ml-auto text-2xs text-fg-3">read {clock(new Date(follow.at), true)}</span>
          )}
        </p>
        <p className={inks[tone]}>{text}</p>
        {more && <p className="wrap-anywhere text-fg-3">{more}</p>}
      </div>
    </li>
  );
}

const inks: Record<Tone, string> = {
  ok: 'text-fg-2',
  idle: 'text-fg-2',
  warn: 'text-warn',
  fail: 'text-fail',
  progress: 'text-progress',
};

function line(
  { state, holder, problem, primary }: RegionFollow,
  ids: readonly string[],
  reported: RegionLineProps['reported'],
): { tone: Tone; text: ReactNode; more?: string } {
  const version = holder ? <ShortVersion id={holder} others={ids} /> : 'no version';
  switch (state) {
    case 'confirmed':
      return { tone: 'ok', text: <>Read back {version}</> };
    case 'waiting':
      return {
        tone: 'progress',
        text: <>In progress, still serves {version}</>,
        more: 'Marked behind after 60 s.',
      };
    case 'behind':
      return { tone: 'warn', text: <>Behind, still serves {version}</>, more: reportedWords(reported) };
    case 'elsewhere':
      return {
        tone: 'warn',
        text: <>On a third version, {version}</>,
        more: 'A label has moved again since.',
      };
    case 'unread':
      return { tone: 'progress', text: 'Reading back' };
    case 'unreadable':
      return {
        tone: 'warn',
        text: primary || !reported ? 'Not read back' : `Reported ${reported}, not read back`,
        more: problem?.detail ?? problem?.title ?? '',
      };
  }
}

const reportedWords = (reported: RegionLineProps['reported']) =>
  reported ? `The primary reports ${reported}.` : 'The primary reports nothing of it.';

import {
  ArrowRightLeft,
  CircleCheck,
  CirclePlus,
  CircleX,
  Copy,
  type LucideIcon,
  PenLine,
  RefreshCw,
  Settings2,
  Tag,
  Trash2,
} from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import { type SecretEvent, wasRefused } from '@/lib/domain/timeline/secret-event';

/** How an event is shown; the words name its kind in the legend. */
export interface EventLook {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly words: string;
}

/** The sign of an event, its tone, and what the sign stands for. */
export function lookOf(event: SecretEvent): EventLook {
  const { effect } = event;
  if (wasRefused(event)) return { icon: CircleX, tone: 'warn', words: 'Refused' };
  switch (effect.kind) {
    case 'created':
      return { icon: CirclePlus, tone: 'idle', words: 'Created' };
    case 'value-put':
      return { icon: PenLine, tone: 'idle', words: 'Put value' };
    case 'updated':
      if (effect.version === undefined) return { icon: Settings2, tone: 'idle', words: 'Settings' };
      return { icon: PenLine, tone: 'idle', words: 'Put value' };
    case 'label-moved':
      if (effect.label === 'AWSCURRENT')
        return { icon: ArrowRightLeft, tone: 'idle', words: 'AWSCURRENT moved' };
      return { icon: Tag, tone: 'idle', words: 'Label moved' };
    case 'rotation':
      if (effect.step === 'failed' || effect.step === 'test-failed')
        return { icon: CircleX, tone: 'fail', words: 'Failed' };
      if (effect.step === 'succeeded' || effect.step === 'test-succeeded')
        return { icon: CircleCheck, tone: 'ok', words: 'Succeeded' };
      if (effect.step === 'abandoned') return { icon: RefreshCw, tone: 'warn', words: 'Abandoned' };
      return { icon: RefreshCw, tone: 'idle', words: 'Rotation' };
    case 'deletion':
      return { icon: Trash2, tone: 'idle', words: 'Deletion' };
    case 'replication':
      if (effect.step === 'failed') return { icon: Copy, tone: 'fail', words: 'Replication failed' };
      return { icon: Copy, tone: 'idle', words: 'Replication' };
    default:
      return { icon: Settings2, tone: 'idle', words: 'Settings' };
  }
}

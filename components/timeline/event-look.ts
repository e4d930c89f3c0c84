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

/** The sign of an event and its tone. */
export function lookOf(event: SecretEvent): { readonly icon: LucideIcon; readonly tone: Tone } {
  const { effect } = event;
  if (wasRefused(event)) return { icon: CircleX, tone: 'warn' };
  switch (effect.kind) {
    case 'created':
      return { icon: CirclePlus, tone: 'idle' };
    case 'value-put':
      return { icon: PenLine, tone: 'idle' };
    case 'updated':
      return { icon: effect.version === undefined ? Settings2 : PenLine, tone: 'idle' };
    case 'label-moved':
      return { icon: effect.label === 'AWSCURRENT' ? ArrowRightLeft : Tag, tone: 'idle' };
    case 'rotation':
      if (effect.step === 'failed' || effect.step === 'test-failed') return { icon: CircleX, tone: 'fail' };
      if (effect.step === 'succeeded' || effect.step === 'test-succeeded')
        return { icon: CircleCheck, tone: 'ok' };
      return { icon: RefreshCw, tone: effect.step === 'abandoned' ? 'warn' : 'idle' };
    case 'deletion':
      return { icon: Trash2, tone: 'idle' };
    case 'replication':
      return { icon: Copy, tone: effect.step === 'failed' ? 'fail' : 'idle' };
    default:
      return { icon: Settings2, tone: 'idle' };
  }
}

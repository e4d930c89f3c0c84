import { MaskedValue } from '@/components/value/masked-value';
import type { Outline } from '@/lib/domain/value/value';

interface PartListProps {
  readonly scope: string;
  readonly arn: string;
  readonly versionId: string;
  /** The version as it is called on screen: "v 7f3a". */
  readonly version: string;
  readonly outline: Outline;
}

/** What a value consists of, each part masked: its keys, and all of it as it was put. */
export function PartList({ scope, arn, versionId, version, outline }: PartListProps) {
  const keys = outline.kind === 'keys' ? outline.keys : [];
  return (
    <dl className="border-t">
      {keys.map((key) => (
        <div key={key} className="flex items-start gap-3 border-b px-4 py-1.5 md:px-5">
          <dt className="wrap-anywhere w-2/5 shrink-0 py-1 font-mono text-fg-2">{key || '(empty key)'}</dt>
          <dd className="min-w-0 flex-1">
            <MaskedValue
              scope={scope}
              part={{ arn, versionId, part: { kind: 'key', key } }}
              name={`${key} of ${version}`}
            />
          </dd>
        </div>
      ))}
      <div className="flex items-start gap-3 border-b px-4 py-1.5 md:px-5">
        <dt className="w-2/5 shrink-0 py-1 text-fg-2">{wholeWords(outline)}</dt>
        <dd className="min-w-0 flex-1">
          <MaskedValue
            scope={scope}
            part={{ arn, versionId, part: { kind: 'whole' } }}
            name={`the whole value of ${version}`}
          />
        </dd>
      </div>
    </dl>
  );
}

function wholeWords(outline: Outline): string {
  if (outline.kind === 'keys') return 'The whole text';
  const size = `${outline.bytes.toLocaleString('en')} ${outline.bytes === 1 ? 'byte' : 'bytes'}`;
  return outline.kind === 'binary' ? `Binary, ${size}, shown as base64` : `Text, ${size}`;
}

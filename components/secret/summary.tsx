'use client';

import type { ReactNode } from 'react';
import { DescriptionField } from '@/components/secret/description-field';
import { KeyFact } from '@/components/secret/key-fact';
import { PolicyBlock } from '@/components/secret/policy-block';
import { SnippetPicker } from '@/components/secret/snippet-picker';
import { TagsEditor } from '@/components/secret/tags-editor';
import { CopyIcon } from '@/components/ui/copy-button';
import { SectionHead } from '@/components/ui/section-head';
import { TimeText } from '@/components/ui/time-text';
import { useShownText } from '@/lib/client/screen-share';
import type { SecretReading } from '@/lib/contract/answers';
import { monthlyCost } from '@/lib/domain/cost';
import { isReplica, ownerOf, type SecretDetail } from '@/lib/domain/secret';

interface SummaryProps {
  readonly scope: string;
  readonly reading: SecretReading;
  readonly now: number;
}

/** All that is known of a secret beside its versions: metadata, tags, key, policy, cost, and how to read it in code. */
export function Summary({ scope, reading, now }: SummaryProps) {
  const { secret, arn, region } = reading;
  const shown = useShownText();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] xl:grid-cols-2">
      <div className="min-w-0 xl:border-r">
        {secret && (
          <section aria-labelledby="metadata">
            <SectionHead id="metadata" title="Metadata" note="as DescribeSecret shows it" className="mt-1" />
            <dl className="border-t text-xs">
              <Line term="ARN">
                <span className="flex min-w-0 items-start gap-1">
                  <span className="wrap-anywhere min-w-0 font-mono">{shown(arn)}</span>
                  <CopyIcon text={arn} label="Copy the full ARN" className="-my-1" />
                </span>
              </Line>
              <Line term="Description">
                <DescriptionField key={secret.description} scope={scope} reading={reading} />
              </Line>
              {facts(secret, now).map(([term, fact]) => (
                <Line key={term} term={term}>
                  {fact}
                </Line>
              ))}
              <Line term="KMS key">
                <KeyFact scope={scope} region={region} named={secret.kmsKeyId} now={now} />
              </Line>
              <Line term="Cost">
                <Cost secret={secret} />
              </Line>
            </dl>
            <TagsEditor scope={scope} reading={reading} />
          </section>
        )}
      </div>
      <div className="min-w-0">
        <SnippetPicker arn={arn} region={region} />
        <PolicyBlock
          {...{ scope, region, arn }}
          primary={secret && isReplica(secret) ? secret.primaryRegion : undefined}
        />
      </div>
    </div>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex min-h-8 items-center gap-3 border-b px-4 py-1 md:px-5">
      <dt className="w-28 shrink-0 text-fg-3 md:w-36">{term}</dt>
      <dd className="flex min-w-0 flex-1 flex-wrap items-center gap-1">{children}</dd>
    </div>
  );
}

function facts(secret: SecretDetail, now: number): [string, ReactNode][] {
  const time = (at: string | undefined) => (at ? <TimeText at={at} now={now} /> : undefined);
  const { rotation } = secret;
  const found: [string, ReactNode][] = [
    ['Owner', ownerOf(secret)],
    ['Managed by', secret.owningService && <span className="font-mono">{secret.owningService}</span>],
    ['Primary region', secret.primaryRegion && <span className="font-mono">{secret.primaryRegion}</span>],
    ['Replicas', secret.replicas.length > 0 && secret.replicas.map(({ region }) => region).join(', ')],
    ['Created', time(secret.created)],
    ['Changed', time(secret.changed)],
    ['Last read', secret.lastAccessed && <TimeText at={secret.lastAccessed} now={now} show="day" zoned />],
    ['Rotation', rotation.enabled ? (rotation.schedule ?? `every ${rotation.everyDays ?? '?'} d`) : 'off'],
    [
      'Rotation function',
      rotation.functionArn && <span className="wrap-anywhere font-mono">{rotation.functionArn}</span>,
    ],
    ['Last rotated', time(rotation.last)],
    ['Rotates at the latest', time(rotation.next)],
    ['Deletion asked for', time(secret.deleted)],
  ];
  return found.filter(([, fact]) => Boolean(fact));
}

const dollars = (amount: number) => `$${amount.toFixed(2)}`;

function Cost({ secret }: { secret: SecretDetail }) {
  const count = isReplica(secret) ? 0 : secret.replicas.length;
  const { total, replicas } = monthlyCost(count, secret.deleted !== undefined);
  return (
    <>
      {dollars(total)} a month,
      <span className="text-fg-3">
        {`estimate at list price${replicas > 0 ? `, ${dollars(replicas)} of it for ${count} replicas` : ''}, requests and keys apart`}
      </span>
    </>
  );
}

import { ArrowRight, ExternalLink, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { PlaceName } from '@/components/frame/place-name';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { Attempts } from '@/components/replication/attempts';
import { CellActs } from '@/components/replication/cell-acts';
import { CellFacts, Fact } from '@/components/replication/cell-facts';
import { cellWords } from '@/components/replication/cell-words';
import { FailingSince } from '@/components/replication/failing-since';
import { KnownSince } from '@/components/replication/known-since';
import { RegionButton } from '@/components/replication/region-button';
import { stateLook } from '@/components/replication/state-look';
import { useFreshReading } from '@/components/replication/use-fresh-reading';
import { VersionSides } from '@/components/replication/version-sides';
import { SecretName } from '@/components/secret/secret-name';
import { StatusBadge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { PageLink } from '@/components/ui/page-link';
import { useAwsNow } from '@/lib/client/aws-time';
import { secretPath } from '@/lib/client/paths';
import { useReader } from '@/lib/client/replication/readers';
import { useShownText } from '@/lib/client/screen-share';
import { arnInRegion } from '@/lib/domain/arn';
import { regionCode } from '@/lib/domain/region-code';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { isSeen } from '@/lib/domain/replication/judge-cell';
import { type ActKind, isCopy } from '@/lib/domain/replication/plan-act';
import { cellWord } from '@/lib/domain/replication/state-word';

/** What is open beside the matrix. */
export interface CellPanelProps {
  readonly scope: string;
  readonly row: MatrixRow;
  readonly region: string;
  /** Of several accounts: it says of which. */
  readonly several: boolean;
  readonly onRegion: (region: string) => void;
  readonly onAct: (kind: ActKind, region: string | undefined) => void;
  /** Absent where what holds the panel has a way to close it. */
  readonly onClose?: (() => void) | undefined;
}

/** One region of one secret: both sides, AWS's words and their meaning, and what can be done. */
export function CellPanel(props: CellPanelProps) {
  const { scope, row, region, several, onRegion, onAct, onClose } = props;
  const [reader] = useReader(scope);
  const now = useAwsNow();
  const { secret, primary } = row;
  const shown = useShownText(secret.name);
  const cell = row.cells.find((one) => one.region === region) ?? { region, state: 'none' as const };
  const copyArn = arnInRegion(secret.key, region);
  const late = useFreshReading(scope, row, region);
  const { tone } = stateLook(cell.state);
  const words = cellWords(cell, secret.primaryRegion);
  const copy = reader.readings.get(copyArn);
  const listed = secret.members.find((member) => member.region === region)?.row;
  const problem = copy?.problem ?? reader.closed.get(region)?.problem;
  const isPrimary = region === secret.primaryRegion;
  // Where the primary's region is out, the copy's own page still works.
  const beside = cell.twin ? (cell.other?.arn ?? copyArn) : isCopy(cell) ? copyArn : undefined;
  return (
    <div className="flex min-h-full flex-col text-xs">
      <div className="flex items-start gap-2 border-b px-4 pt-3 pb-3">
        <div className="min-w-0 flex-1">
          <h2 className="line-clamp-3 text-sm" data-tip={shown(secret.name)}>
            <SecretName name={secret.name} />
          </h2>
          <p className="mt-1 flex flex-wrap items-center gap-1.5 font-mono text-fg-2">
            {secret.primaryRegion}
            {!isPrimary && (
              <>
                <ArrowRight aria-label="to" className="size-3" /> {region}
              </>
            )}
          </p>
          {several && (
            <p className="mt-1 text-fg-2">
              <PlaceName scope={scope} />
            </p>
          )}
          <p className="mt-2 flex flex-wrap items-center gap-2">
            <StatusBadge tone={tone}>{cellWord(cell)}</StatusBadge>
            {cell.state === 'failed' && <FailingSince {...{ scope, row, region, now }} />}
          </p>
        </div>
        {onClose && <IconButton label="Close the panel" icon={X} onClick={onClose} />}
      </div>
      <KnownSince {...{ scope, row, region, late }} />
      <div className="flex-1 divide-y">
        <Part>
          {cell.report?.message && cell.state === 'failed' && (
            <>
              <p className="mb-1 text-fg-2">Message from AWS</p>
              <p className="wrap-anywhere mb-2 rounded-md border border-l-2 border-l-fail-mark bg-canvas px-2.5 py-1.5 font-mono text-2xs leading-4">
                {shown(cell.report.message)}
              </p>
            </>
          )}
          <p>{words.means}</p>
          {words.next && (
            <p className="mt-1.5">
              <span className="text-fg-3">Next: </span>
              {words.next}
            </p>
          )}
        </Part>
        {problem && problem.code !== 'secret-not-found' && (
          <Part>
            <ProblemNotice problem={problem} />
          </Part>
        )}
        {!isPrimary && cell.state !== 'none' && (
          <Part>
            <VersionSides
              region={region}
              primary={(isSeen(primary) ? primary : reader.readings.get(secret.key)?.before)?.holders}
              there={
                (cell.other ?? copy?.seen ?? copy?.before ?? (cell.source ? listed : undefined))?.holders
              }
              apart={cell.twin}
            />
          </Part>
        )}
        <Part>
          <CellFacts scope={scope} row={row} cell={cell} now={now}>
            <Fact term="Regions">
              <span className="flex flex-wrap gap-1">
                {row.cells
                  .filter(({ state, region: its }) => state !== 'none' || its === region)
                  .map((other) => (
                    <RegionButton
                      key={other.region}
                      cell={other}
                      current={other.region === region}
                      onClick={() => onRegion(other.region)}
                    />
                  ))}
              </span>
            </Fact>
          </CellFacts>
          <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1.5">
            <MarkedLink href={secretPath(scope, secret.key)}>Open the secret</MarkedLink>
            {beside && (
              <MarkedLink href={secretPath(scope, beside)}>
                Open the {cell.twin ? 'other secret' : 'replica'} in {regionCode(region)}
              </MarkedLink>
            )}
          </p>
        </Part>
        {!isPrimary && cell.state !== 'none' && (
          <Part>
            <Attempts key={region} {...{ scope, row, cell, now }} />
          </Part>
        )}
      </div>
      <CellActs {...{ scope, row, region, late, onAct }} />
    </div>
  );
}

function Part({ children }: { children: ReactNode }) {
  return <section className="px-4 py-3">{children}</section>;
}

function MarkedLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <PageLink href={href} className="inline-flex items-center gap-1 text-accent underline underline-offset-2">
      {children}
      <ExternalLink aria-hidden className="size-3" />
    </PageLink>
  );
}

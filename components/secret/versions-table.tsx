import { useMemo, useRef, useState } from 'react';
import { VersionRow, type VersionRowProps } from '@/components/secret/version-row';
import { VersionsHead } from '@/components/secret/versions-head';
import { Button } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/section-head';
import { keyNote, keysOf } from '@/components/version/key-mark';
import { heldCurrent } from '@/lib/domain/timeline/held-current';
import { makerOf } from '@/lib/domain/timeline/maker-of';
import type { SecretVersion } from '@/lib/domain/version';

type VersionsTableProps = Omit<VersionRowProps, 'version' | 'ids' | 'maker' | 'held' | 'several'>;

/** Every version AWS still keeps, newest first, with its labels; the unlabelled ones too. */
export function VersionsTable(props: VersionsTableProps) {
  const { versions, complete } = props.reading;
  const { told } = props;
  const held = useMemo(() => heldCurrent(told.timeline, versions), [told.timeline, versions]);
  const makers = useMemo(
    () => new Map(versions.map((version) => [version.id, makerOf(version, told.events)])),
    [versions, told.events],
  );
  const ids = versions.map(({ id }) => id);
  const several = keysOf(versions).length > 1;
  const section = useRef<HTMLElement>(null);
  const [all, setAll] = useState(false);
  const shown = all ? versions : firstOf(versions);
  const hidden = versions.length - shown.length;
  return (
    // A stacking context: the browser keeps what it painted of it while the timeline above moves.
    <section
      ref={section}
      aria-labelledby="versions"
      tabIndex={-1}
      className="@container isolate focus-visible:-outline-offset-2"
    >
      <SectionHead
        id="versions"
        title="Versions"
        note={`${countNote(versions, complete)}${keyNote(versions, props.keys)}`}
        actions={
          <span className="text-fg-3 text-xs max-md:hidden">AWS reports last access by day only, of UTC</span>
        }
      />
      {versions.length === 0 ? (
        <p className="border-y px-4 py-4 text-fg-2 text-xs md:px-5">
          This secret has no version: no value was ever put into it.
        </p>
      ) : (
        <table className="w-full border-collapse border-t text-xs max-md:block">
          <VersionsHead />
          <tbody className="max-md:block">
            {shown.map((version) => (
              <VersionRow
                key={version.id}
                version={version}
                ids={ids}
                maker={makers.get(version.id)}
                held={held.get(version.id)}
                several={several}
                {...props}
              />
            ))}
          </tbody>
        </table>
      )}
      {hidden > 0 && (
        <div className="border-b px-4 py-2 md:px-5">
          <Button
            size="sm"
            onClick={() => {
              setAll(true);
              // The button goes with what it was for.
              section.current?.focus({ preventScroll: true });
            }}
          >
            Show {hidden} older versions without a label
          </Button>
        </div>
      )}
    </section>
  );
}

/** Rows at first: all that AWS may keep, over a hundred, make every move on the page slow. */
const FIRST = 25;

/** Newest first: as many as anybody looks through, and every one with a label. */
function firstOf(versions: readonly SecretVersion[]): readonly SecretVersion[] {
  if (versions.length <= FIRST + 5) return versions;
  return versions.filter(({ labels }, at) => at < FIRST || labels.length > 0);
}

function countNote(versions: readonly SecretVersion[], complete: boolean): string {
  if (!complete) return `${versions.length} with a label; versions without one could not be read`;
  const bare = versions.filter(({ labels }) => labels.length === 0).length;
  return bare === 0 ? `${versions.length}` : `${versions.length}, of which ${bare} without a label`;
}

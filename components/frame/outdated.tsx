// Without quotes, ampersands and angle brackets: what stands in a script is written as text. A part of the page that is
// not answered never comes, instead of breaking what stands on screen, so nothing that was typed is lost.
const script = `
addEventListener(\`error\`, function (event) {
  var address = String(event.target.src || event.target.href);
  if (!address.includes(\`/_next/static/\`)) return;
  event.stopImmediatePropagation();
  document.getElementById(\`outdated\`).showPopover();
}, true);
addEventListener(\`click\`, function (event) {
  if (event.target.id === \`reload\`) location.reload();
});`;

const button =
  'h-7 rounded-md border border-line-strong bg-surface px-2.5 hover:bg-hover max-md:h-11 max-md:px-3.5';

/**
 * What a page says when code of it cannot be fetched: after a deployment the files of the build it was loaded from are
 * gone. It comes with the page itself, because nothing else could be fetched then.
 */
export function Outdated({ nonce }: { nonce: string | undefined }) {
  return (
    <>
      <div
        id="outdated"
        popover="manual"
        role="alert"
        className="fixed inset-x-0 top-auto bottom-12 mx-auto my-0 w-[min(34rem,calc(100vw-2rem))] rounded-md border border-warn-line bg-warn-soft p-4 text-fg text-xs shadow-overlay"
      >
        <p className="font-medium">A part of this page could not be fetched</p>
        <p className="mt-0.5 text-fg-2">
          Keyturn was updated while the page was open, or it is out of reach. What you have typed is still
          here; keep it before you reload.
        </p>
        <p className="mt-2.5 flex gap-2">
          <button type="button" id="reload" className={button}>
            Reload
          </button>
          <button type="button" popoverTarget="outdated" popoverTargetAction="hide" className={button}>
            Not now
          </button>
        </p>
      </div>
      <script nonce={nonce} suppressHydrationWarning>
        {script}
      </script>
    </>
  );
}

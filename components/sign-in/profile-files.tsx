import type { ProfileFile } from '@/lib/contract/profiles';

/** What is to be said of the two files; nothing, where each was read or one alone is absent. */
export function fileSentences(files: readonly ProfileFile[]): string[] {
  const read = files.some(({ state }) => state === 'read');
  return files.flatMap(({ path, state, strayLines }) => {
    if (state === 'unreadable') return [`${path} cannot be read by the console: look at its permissions.`];
    if (state === 'refused')
      return [`${path} names a profile __proto__, for which AWS’s tools skip the whole file.`];
    if (state === 'absent') return read ? [] : [`${path} does not exist.`];
    if (strayLines.length === 0) return [];
    const lines = strayLines.length === 1 ? `Line ${strayLines[0]}` : `Lines ${strayLines.join(', ')}`;
    return [
      `${lines} of ${path} ${strayLines.length === 1 ? 'is' : 'are'} no section and no setting of one, and skipped.`,
    ];
  });
}

/** The same as quiet lines under the list. */
export function ProfileFiles({ files }: { readonly files: readonly ProfileFile[] }) {
  return fileSentences(files).map((sentence) => (
    <p key={sentence} className="wrap-anywhere px-4 py-2 text-fg-3 text-xs md:px-5">
      {sentence}
    </p>
  ));
}

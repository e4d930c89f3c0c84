/** `keyturn-secrets-441200879921.riley-20261119T034214Z.csv`: what, of whom, when, in letters any disk takes. */
export function exportFileName(
  what: 'secrets' | 'replication' | 'hand-over',
  scope: string,
  at: string,
  extension: 'csv' | 'json' | 'md',
): string {
  const time = at.replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
  return `keyturn-${what}-${scope.replaceAll(/[^\w.-]/g, '_')}-${time}.${extension}`;
}

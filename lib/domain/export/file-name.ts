/** `keyturn-secrets-441200879921.riley-20261119T034214Z.csv`: what, of whom, when, in letters any disk takes. */
export function exportFileName(scope: string, at: string, extension: 'csv' | 'json'): string {
  const time = at.replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
  return `keyturn-secrets-${scope.replaceAll(/[^\w.-]/g, '_')}-${time}.${extension}`;
}

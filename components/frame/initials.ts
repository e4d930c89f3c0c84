/** Two letters for a person or role: `riley` is RI, `SecretsOperator` is SO, `dana.k@acme.example` is DK. */
export function initials(name: string): string {
  const words = (name.split('@')[0] ?? '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
  const [first = '?', second] = words;
  return (second ? first.charAt(0) + second.charAt(0) : first.slice(0, 2)).toUpperCase();
}

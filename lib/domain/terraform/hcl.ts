/** A part of a body: an argument, a map, or a block with a body of its own; what is undefined is left out. */
export type Hcl =
  | { readonly name: string; readonly value: string | number | boolean | Reference | undefined }
  | { readonly name: string; readonly map: { readonly [key: string]: string } }
  | { readonly name: string; readonly body: readonly Hcl[] };

/** The address of something else in the configuration. */
interface Reference {
  readonly to: string;
}

/**
 * A block of Terraform's language, laid out as `terraform fmt` does.
 * https://developer.hashicorp.com/terraform/language/style
 */
export function block(head: string, body: readonly Hcl[], indent = ''): string {
  const inner = `${indent}  `;
  const plain = body.flatMap((part) =>
    'value' in part && part.value !== undefined ? [[part.name, written(part.value)] as const] : [],
  );
  const parts = [
    aligned(plain, inner),
    ...body.flatMap((part) => {
      if ('map' in part) return [mapOf(part.name, part.map, inner)];
      return 'body' in part ? [block(part.name, part.body, inner)] : [];
    }),
  ].filter(Boolean);
  return `${indent}${head} {\n${parts.join('\n\n')}\n${indent}}`;
}

const mapOf = (name: string, map: { readonly [key: string]: string }, indent: string) => {
  const fields = Object.entries(map).map(([key, value]) => [text(key), text(value)] as const);
  return `${indent}${name} = {\n${aligned(fields, `${indent}  `)}\n${indent}}`;
};

function aligned(fields: readonly (readonly [string, string])[], indent: string): string {
  const width = Math.max(...fields.map(([name]) => name.length));
  return fields.map(([name, value]) => `${indent}${name.padEnd(width)} = ${value}`).join('\n');
}

const written = (value: string | number | boolean | Reference) =>
  typeof value === 'string' ? text(value) : typeof value === 'object' ? value.to : String(value);

// `${` and `%{` begin templates: https://developer.hashicorp.com/terraform/language/expressions/strings
function text(value: string): string {
  const escaped = JSON.stringify(value)
    .replaceAll('\\b', '\\u0008')
    .replaceAll('\\f', '\\u000c')
    .replaceAll(/([$%])\{/g, '$1$1{');
  return escaped;
}

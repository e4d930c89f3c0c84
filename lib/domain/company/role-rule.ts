/** Who may have a role: everybody whose token has this value in this claim. */
export interface RoleRule {
  /** A claim of the id token, e.g. `groups`. */
  readonly claim: string;
  /** One of its values; `*`: any that there is. */
  readonly value: string;
  /** The ARN of the role. */
  readonly role: string;
}

/** A role somebody may choose, and by which of their claims. */
export interface CompanyRole {
  readonly arn: string;
  readonly account: string;
  readonly name: string;
  /** `<claim>: <value>`. */
  readonly because: string;
}

/** The roles that rules give to whoever has these claims, each once, in the order of the rules. */
export function rolesFor(
  claims: Readonly<Record<string, unknown>>,
  rules: readonly RoleRule[],
): CompanyRole[] {
  const roles = new Map<string, CompanyRole>();
  for (const { claim, value, role } of rules) {
    // A name like `constructor` is no claim.
    const held = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
    const values = (Array.isArray(held) ? held : [held]).filter((one) => typeof one === 'string');
    const found = value === '*' ? values[0] : values.find((one) => one === value);
    if (found === undefined || roles.has(role)) continue;
    const [, , , , account = '', path = ''] = role.split(':');
    roles.set(role, {
      arn: role,
      account,
      name: path.split('/').at(-1) ?? '',
      because: `${claim}: ${found}`,
    });
  }
  return [...roles.values()];
}

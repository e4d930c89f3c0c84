import { createKept } from './kept';

/** What the drawer writes calls for. */
export const CLI_FORMS = ['AWS CLI', 'boto3', 'Terraform'] as const;
/** One of them. */
export type CliForm = (typeof CLI_FORMS)[number];

/** What the drawer writes calls for on this browser. */
export const cliForm = createKept<CliForm>(
  'cli-form',
  (found) => CLI_FORMS.find((form) => form === found) ?? 'AWS CLI',
);

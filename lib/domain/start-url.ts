/**
 * The start address of an IAM Identity Center: https, in the form AWS gives it or under the organisation's own name. It is
 * only ever sent to AWS, never called.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/howtochangeURL.html
 */
export const START_URL = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w./#-]*)?$/i;

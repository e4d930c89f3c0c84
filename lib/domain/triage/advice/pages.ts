const GUIDE = 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/';

/** A page of the Secrets Manager User Guide. */
export const guide = (page: string): string => `${GUIDE}${page}`;

/** A section of the guide's page about failed rotations. */
export const troubleshooting = (section: string): string => `${GUIDE}troubleshoot_rotation.html#${section}`;

/** A page of the Lambda Developer Guide. */
export const lambdaGuide = (page: string): string => `https://docs.aws.amazon.com/lambda/latest/dg/${page}`;

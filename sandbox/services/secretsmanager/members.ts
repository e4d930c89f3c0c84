import { AwsError } from '../../operation.ts';
import { invalidParameter, invalidRequest } from './errors.ts';
import { list, required, structure, text } from './fields.ts';
import type { SecretValue } from './state.ts';

// Lengths and patterns: the shapes of the API Reference,
// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Types.html

/** A secret named by friendly name, ARN, or ARN without its six characters. */
export const secretId = required(text({ min: 1, max: 2048 }));

/** A version's id where it may be left out. */
export const versionId = text({ min: 32, max: 64 });

/** A staging label. */
export const versionStage = text({ min: 1, max: 256 });

/** The token of a call that makes a version; its length is judged by `tokenOf`. */
export const clientRequestToken = text({ max: 4096 });

/** A description. */
export const description = text({ max: 2048 });

/** A key's ARN, id or alias; an empty text stands for the account's default key. */
export const kmsKeyId = text({ max: 2048 });

/** The kind of a managed external secret. */
export const secretType = text({ max: 256 });

/** The two forms of a value. The quota counts bytes: 65,536 of them. */
export const valueMembers = {
  SecretString: text({ min: 1, max: 65_536, measure: Buffer.byteLength, sensitive: true }),
  SecretBinary: text({ min: 1, max: 65_536, measure: base64Length, sensitive: true }),
};

/** Tags as TagResource and CreateSecret take them. */
export const tags = list(
  structure({ Key: required(text({ min: 1, max: 128 })), Value: required(text({ max: 256 })) }),
  { min: 0, max: 200 },
);

/** The code of a region; its form is judged by `requireRegionCodes` and `wantedRegions`. */
export const regionCode = text({ min: 1, max: 128 });

/** The regions a secret is to be replicated to, each with its own key. */
export const replicaRegions = list(structure({ Region: regionCode, KmsKeyId: kmsKeyId }), {
  min: 1,
  max: 100,
});

/**
 * The token that becomes the version's id. SDKs and the CLI fill it in; a raw call must bring one.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
 */
export function tokenOf(token: string | undefined): string {
  return tokenFor(token, invalidRequest);
}

/** The same for an operation with another word for a missing token: RotateSecret has one. */
export function tokenFor(token: string | undefined, missing: (message: string) => AwsError): string {
  if (token === undefined || token === '') {
    throw missing('You must provide a ClientRequestToken value. We recommend a UUID-type value.');
  }
  if (token.length < 32 || token.length > 64) {
    throw invalidParameter('ClientRequestToken must be 32-64 characters long.');
  }
  return token;
}

/** The value a call carries, if any; never both forms. */
export function valueIn(read: {
  readonly SecretString: string | undefined;
  readonly SecretBinary: string | undefined;
}): SecretValue | undefined {
  if (read.SecretString !== undefined && read.SecretBinary !== undefined) {
    throw invalidParameter(
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
  }
  if (read.SecretString !== undefined) return { SecretString: read.SecretString };
  if (read.SecretBinary !== undefined) return { SecretBinary: read.SecretBinary };
  return undefined;
}

function base64Length(value: string): number {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(value)) {
    throw new AwsError('SerializationException', 'SecretBinary is not base64');
  }
  return Buffer.byteLength(value, 'base64');
}

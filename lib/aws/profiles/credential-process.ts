import 'server-only';
import { spawn } from 'node:child_process';
import * as z from 'zod';
import type { ExpiringCredentials } from '../credentials';
import { ProfileError } from './profile-error';

/** How long a command may take, in milliseconds. */
const LIMIT = 15_000;
/** Far more than three keys and a token, in bytes. */
const LARGEST = 65_536;

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html */
const printed = z.object({
  Version: z.literal(1),
  AccessKeyId: z.string().min(1),
  SecretAccessKey: z.string().min(1),
  SessionToken: z.string().min(1).nullish(),
  Expiration: z.coerce.date().nullish(),
});

/**
 * Runs the command of a profile's `credential_process` in a shell, as the AWS tools do, and reads the credentials it
 * prints. The SDK would wait for it without end and let it live; here it and all it started are ended after `limit`
 * milliseconds. It can ask nothing, and what it says on standard error is dropped: that may be secret.
 */
export async function runCredentialProcess(command: string, limit = LIMIT): Promise<ExpiringCredentials> {
  const said = printed.safeParse(jsonIn(await outputOf(command, limit)));
  if (!said.success) throw new ProfileError('profile-process-unclear');
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = said.data;
  if (Expiration && Expiration.getTime() <= Date.now()) throw new ProfileError('profile-expired');
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(SessionToken && { sessionToken: SessionToken }),
    ...(Expiration && { expiration: Expiration }),
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function outputOf(command: string, limit: number): Promise<string> {
  const windows = process.platform === 'win32';
  // A group of its own, so that whatever the shell starts can be ended with it.
  const child = spawn(command, {
    shell: true,
    detached: !windows,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: withoutOurs(),
  });
  const end = () => {
    try {
      if (windows || child.pid === undefined) child.kill('SIGKILL');
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself in the meantime.
    }
  };
  return new Promise((resolve, reject) => {
    const fail = (code: 'profile-process-slow' | 'profile-process-failed' | 'profile-process-unclear') => {
      clearTimeout(timer);
      end();
      child.stdout.destroy();
      reject(new ProfileError(code));
    };
    const timer = setTimeout(() => fail('profile-process-slow'), limit);
    const output: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (part: Buffer) => {
      output.push(part);
      size += part.length;
      if (size > LARGEST) fail('profile-process-unclear');
    });
    child.once('error', () => fail('profile-process-failed'));
    child.once('close', (status) => {
      clearTimeout(timer);
      if (status === 0) resolve(Buffer.concat(output).toString('utf8'));
      else fail('profile-process-failed');
    });
  });
}

// What is the console's own to know.
function withoutOurs(): NodeJS.ProcessEnv {
  const {
    NEXTAUTH_SECRET: _secret,
    KEYTURN_SECRET_BEFORE: _before,
    KEYTURN_OIDC_CLIENT_SECRET: _client,
    KEYTURN_LAUNCH_TOKEN: _token,
    ...rest
  } = process.env;
  return rest;
}

'use client';

import { type ClipboardEvent, type FormEvent, useRef, useState } from 'react';
import { MethodPane } from '@/components/sign-in/method-pane';
import { SecretInput } from '@/components/sign-in/secret-input';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { readCredentialsBlock } from '@/lib/domain/credentials-block';

/** What an operator signs in with; an absent session token is the empty text. */
export interface TypedKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly region: string;
  /** When the keys end, if a pasted block said so; else the empty text. */
  readonly expiration: string;
}

interface KeysFormProps {
  readonly defaultRegion: string;
  readonly onSubmit: (keys: TypedKeys) => void;
  /** The form was emptied: what was said of the keys is over. */
  readonly onClear: () => void;
  readonly busy: boolean;
  readonly error?: string | undefined;
  /** What the button says. */
  readonly word?: string;
}

type Typed = (typeof fields)[number];

const words: Readonly<Record<Typed, string>> = {
  accessKeyId: 'access key id',
  secretAccessKey: 'secret access key',
  sessionToken: 'session token',
  region: 'region',
};

const fields = ['accessKeyId', 'secretAccessKey', 'sessionToken', 'region'] as const;

type Errors = Partial<Record<Typed, string>>;

/** What is wrong with the form, judged without AWS. */
function wrongWith(keys: TypedKeys): Errors {
  return {
    ...(!/^A[KS]IA[A-Z0-9]{12,124}$/.test(keys.accessKeyId) && {
      accessKeyId: 'An access key id starts with AKIA or ASIA, 16 letters and digits or more',
    }),
    ...(keys.secretAccessKey === '' && { secretAccessKey: 'The secret access key is missing' }),
    ...(keys.accessKeyId.startsWith('ASIA') &&
      keys.sessionToken === '' && { sessionToken: 'Keys that start with ASIA need their session token' }),
    ...(keys.region === '' && { region: 'A region is needed to check the keys' }),
  };
}

/**
 * Sign-in with access keys. They live in the inputs alone and leave them only through `onSubmit`: no state, no
 * markup, and no names, so that no form, history or autofill carries them. After an error all typed things stay.
 */
export function KeysForm({ defaultRegion, onSubmit, onClear, busy, error, word = 'Sign in' }: KeysFormProps) {
  const inputs = useRef<Partial<Record<Typed, HTMLInputElement | null>>>({});
  // Not an input of its own: nobody types it, and it belongs to the block it came with.
  const expiration = useRef('');
  const [errors, setErrors] = useState<Errors>({});
  const [said, setSaid] = useState('');
  const typed = (name: Typed) => inputs.current[name]?.value.trim() ?? '';
  const put = (name: Typed, value: string) => {
    const input = inputs.current[name];
    if (input) input.value = value;
  };

  const fill = (text: string): boolean => {
    const block = readCredentialsBlock(text);
    if (!block) return false;
    // A new key id brings its own token or has none: an old one would not belong to it.
    if (block.accessKeyId !== undefined) {
      put('sessionToken', '');
      expiration.current = '';
    }
    expiration.current = block.expiration ?? expiration.current;
    for (const name of fields) put(name, block[name] ?? typed(name));
    setErrors({});
    const found = fields.filter((name) => block[name] !== undefined);
    setSaid(`Filled in: ${found.map((name) => words[name]).join(', ')}`);
    return true;
  };
  const onPaste = (event: ClipboardEvent) => {
    if (fill(event.clipboardData.getData('text'))) event.preventDefault();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const keys = {
      accessKeyId: typed('accessKeyId'),
      secretAccessKey: typed('secretAccessKey'),
      sessionToken: typed('sessionToken'),
      region: typed('region'),
      expiration: expiration.current,
    };
    const wrong = wrongWith(keys);
    setErrors(wrong);
    const first = fields.find((name) => wrong[name] !== undefined);
    if (first) inputs.current[first]?.focus();
    else onSubmit(keys);
  };
  const clear = () => {
    for (const name of fields) put(name, name === 'region' ? defaultRegion : '');
    expiration.current = '';
    setErrors({});
    setSaid('');
    onClear();
  };
  const wire = (name: Typed) => ({
    ref: (input: HTMLInputElement | null) => {
      inputs.current[name] = input;
    },
    onInput: () => {
      if (name === 'accessKeyId' || name === 'sessionToken') expiration.current = '';
      setErrors(({ [name]: _gone, ...rest }) => rest);
    },
  });
  const secret = (name: 'secretAccessKey' | 'sessionToken') => {
    const { ref, onInput } = wire(name);
    return { inputRef: ref, onInput, what: words[name] };
  };

  return (
    <form
      method="post"
      noValidate
      autoComplete="off"
      onPaste={onPaste}
      onSubmit={submit}
      className="flex flex-1 flex-col"
    >
      <MethodPane
        title="Access keys"
        note="for a single sign-in"
        error={error}
        promise="Kept only in an encrypted session cookie, and gone when you sign out."
        actions={
          <>
            <Button variant="quiet" onClick={clear}>
              Clear
            </Button>
            <Button type="submit" variant="primary" kbd="↵" busy={busy}>
              {word}
            </Button>
          </>
        }
      >
        <div className="space-y-3 px-4 py-4 md:px-5">
          <Field label="Paste the block from the access portal, a profile or aws sts; the fields below fill in">
            {(field) => (
              <Textarea
                {...field}
                mono
                rows={2}
                spellCheck={false}
                autoComplete="off"
                value=""
                onChange={(event) => {
                  // Dropped or typed text is read and never kept here.
                  if (!fill(event.target.value)) setSaid('No access keys found in that text');
                }}
                placeholder="export AWS_ACCESS_KEY_ID=…"
                className="border-dashed bg-canvas"
              />
            )}
          </Field>
          <p aria-live="polite" className="text-fg-2 text-xs empty:hidden">
            {said}
          </p>
          <div className="grid gap-3 md:grid-cols-2">
            <Field label="Access key id" error={errors.accessKeyId}>
              {(field) => (
                <Input {...field} mono required autoCapitalize="characters" {...wire('accessKeyId')} />
              )}
            </Field>
            <Field label="Secret access key" error={errors.secretAccessKey}>
              {(field) => <SecretInput {...field} {...secret('secretAccessKey')} required />}
            </Field>
            <Field label="Session token" note="only with temporary keys" error={errors.sessionToken}>
              {(field) => <SecretInput {...field} {...secret('sessionToken')} />}
            </Field>
            <Field label="Region" error={errors.region}>
              {(field) => (
                <Input
                  {...field}
                  mono
                  required
                  autoCapitalize="none"
                  defaultValue={defaultRegion}
                  {...wire('region')}
                />
              )}
            </Field>
          </div>
        </div>
      </MethodPane>
    </form>
  );
}

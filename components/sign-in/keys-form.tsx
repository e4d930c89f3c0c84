'use client';

import { type ClipboardEvent, type FormEvent, useRef, useState } from 'react';
import { MethodPane } from '@/components/sign-in/method-pane';
import { SecretInput } from '@/components/sign-in/secret-input';
import {
  type KeyErrors,
  keyFields,
  keyWords,
  type TypedKey,
  type TypedKeys,
  wrongWith,
} from '@/components/sign-in/typed-keys';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { readCredentialsBlock } from '@/lib/domain/credentials-block';

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

/**
 * Sign-in with access keys. They live in the inputs alone and leave them only through `onSubmit`: no state, no
 * markup, and no names, so that no form, history or autofill carries them. After an error all typed things stay.
 */
export function KeysForm({ defaultRegion, onSubmit, onClear, busy, error, word = 'Sign in' }: KeysFormProps) {
  const inputs = useRef<Partial<Record<TypedKey, HTMLInputElement | null>>>({});
  // Not an input of its own: nobody types it, and it belongs to the block it came with.
  const expiration = useRef('');
  const [errors, setErrors] = useState<KeyErrors>({});
  const [said, setSaid] = useState('');
  const typed = (name: TypedKey) => inputs.current[name]?.value.trim() ?? '';
  const put = (name: TypedKey, value: string) => {
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
    for (const name of keyFields) put(name, block[name] ?? typed(name));
    setErrors({});
    const found = keyFields.filter((name) => block[name] !== undefined);
    setSaid(`Filled in: ${found.map((name) => keyWords[name]).join(', ')}`);
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
    const first = keyFields.find((name) => wrong[name] !== undefined);
    if (first) inputs.current[first]?.focus();
    else onSubmit(keys);
  };
  const clear = () => {
    for (const name of keyFields) put(name, name === 'region' ? defaultRegion : '');
    expiration.current = '';
    setErrors({});
    setSaid('');
    onClear();
  };
  const wire = (name: TypedKey) => ({
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
    return { inputRef: ref, onInput, what: keyWords[name] };
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

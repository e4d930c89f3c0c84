'use client';

import { Eye, EyeOff } from 'lucide-react';
import { type Ref, useState } from 'react';
import type { FieldControl } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';

interface SecretInputProps extends FieldControl {
  /** Read and filled through the element: React would copy a value of its own into the page's markup. */
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onInput: () => void;
  /** Names the eye: "Show secret access key". */
  readonly what: string;
  readonly required?: boolean;
}

/** A line that shows dots until asked. No name, no autofill: the browser is given nothing to keep. */
export function SecretInput({ inputRef, onInput, what, required = false, ...field }: SecretInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input
        {...field}
        mono
        type={shown ? 'text' : 'password'}
        required={required}
        autoCapitalize="none"
        data-1p-ignore=""
        data-lpignore="true"
        ref={inputRef}
        onInput={onInput}
        className="pr-9 max-md:pr-12"
      />
      <IconButton
        label={`${shown ? 'Hide' : 'Show'} ${what}`}
        icon={shown ? EyeOff : Eye}
        size="sm"
        onClick={() => setShown(!shown)}
        className="absolute top-1 right-1 max-md:top-0 max-md:right-0"
      />
    </div>
  );
}

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';

/** A text that must occur. */
export function TextForm({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const [text, setText] = useState(value);
  const right = /[^\s,]/.test(text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (right) onValue(text.trim());
      }}
      className="flex items-center gap-2 p-3"
    >
      <Input
        data-first
        type="text"
        aria-label="Contains"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" variant="primary" disabledReason={right ? undefined : 'Enter a text first'}>
        Apply
      </Button>
    </form>
  );
}

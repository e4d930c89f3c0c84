import { Dices } from 'lucide-react';
import { useState } from 'react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { generatePassword } from '@/lib/client/put-value';
import { problemIn } from '@/lib/client/request';
import type { Problem } from '@/lib/contract/problem';

interface GeneratePasswordProps {
  readonly scope: string;
  readonly region: string;
  /** What it is for. */
  readonly purpose: string;
  readonly onPassword: (made: string) => void;
  readonly onClose: () => void;
}

const kindNames = ['lowercase', 'uppercase', 'numbers', 'punctuation'] as const;

/**
 * Lets AWS make a password. What the rotation templates leave out is left out here too.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html
 */
export function GeneratePassword({ scope, region, purpose, onPassword, onClose }: GeneratePasswordProps) {
  const [length, setLength] = useState('32');
  const [exclude, setExclude] = useState('/@"\'\\');
  const [kinds, setKinds] = useState({ lowercase: true, uppercase: true, numbers: true, punctuation: true });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const count = Number(length);
  const missing =
    !Number.isInteger(count) || count < 8 || count > 4_096
      ? 'The length is a number from 8 to 4,096'
      : kindNames.every((kind) => !kinds[kind])
        ? 'Choose a kind of characters'
        : undefined;
  const make = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      onPassword(await generatePassword({ scope, region, length: count, kinds, exclude }));
    } catch (cause) {
      setProblem(problemIn(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <fieldset className="space-y-2 rounded-md border border-line-strong bg-canvas px-3 py-2.5">
      <legend className="px-1 font-medium">Password for {purpose}</legend>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <Field label="Length" className="w-20">
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={length}
              onChange={(event) => setLength(event.target.value)}
            />
          )}
        </Field>
        <Field label="Without" className="w-36">
          {(control) => (
            <Input
              {...control}
              mono
              maxLength={256}
              value={exclude}
              onChange={(event) => setExclude(event.target.value)}
            />
          )}
        </Field>
        <span className="flex flex-wrap gap-x-3">
          {kindNames.map((kind) => (
            <Checkbox
              key={kind}
              label={kind}
              checked={kinds[kind]}
              onChange={(event) => setKinds({ ...kinds, [kind]: event.target.checked })}
            />
          ))}
        </span>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      <div className="flex gap-2">
        <Button size="sm" icon={Dices} busy={busy} disabledReason={missing} onClick={() => void make()}>
          Generate
        </Button>
        <Button size="sm" variant="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
    </fieldset>
  );
}

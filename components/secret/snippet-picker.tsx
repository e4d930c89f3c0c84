import { useState } from 'react';
import { CommandBlock } from '@/components/secret/command-block';
import { SectionHead } from '@/components/ui/section-head';
import { Select } from '@/components/ui/select';
import { snippets } from '@/lib/domain/snippets';

/** Code that reads this secret, with a cache where AWS keeps one; no value is in it. */
export function SnippetPicker({ arn, region }: { arn: string; region: string }) {
  const all = snippets({ arn, region });
  const [language, setLanguage] = useState('AWS CLI');
  const chosen = all.find((snippet) => snippet.language === language) ?? all[0]!;
  return (
    <section aria-labelledby="code">
      <SectionHead
        id="code"
        title="Read it in code"
        className="mt-1"
        actions={
          <Select
            aria-label="Language"
            value={chosen.language}
            onChange={(event) => setLanguage(event.target.value)}
          >
            {all.map((snippet) => (
              <option key={snippet.language}>{snippet.language}</option>
            ))}
          </Select>
        }
      />
      <div className="space-y-3 px-4 py-2 md:px-5">
        {chosen.install && <CommandBlock title="First" text={chosen.install} />}
        <CommandBlock title={chosen.language} text={chosen.code} />
        <p className="pb-2 text-fg-3 text-xs">
          After{' '}
          <a href={chosen.page} target="_blank" rel="noreferrer" className="text-accent underline">
            the page of AWS
          </a>
          .{' '}
          {chosen.language === 'AWS CLI'
            ? 'It prints the value: keep it out of logs and histories.'
            : 'A cache shows a new version only once its time is over.'}
        </p>
      </div>
    </section>
  );
}

'use client';

import { ArrowRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { MethodPane } from '@/components/sign-in/method-pane';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Center } from '@/lib/contract/identity-center';
import { REGION_NAME } from '@/lib/domain/region-name';
import { START_URL } from '@/lib/domain/start-url';

interface CenterStartProps {
  readonly center: Center | undefined;
  /** What was typed before, to go on with. */
  readonly last: Center | undefined;
  /** Why there is no code, or no longer one. */
  readonly said: string | undefined;
  readonly asking: boolean;
  /** Whether one can go to IAM Identity Center in this tab and come back. */
  readonly direct: boolean;
  /** In this tab, or with a code that is approved wherever one likes. */
  readonly onBegin: (typed: Center | undefined, away: boolean) => void;
}

/** The first step: which IAM Identity Center, unless the console has one, and a code from it. */
export function CenterStart({ center, last, said, asking, direct, onBegin }: CenterStartProps) {
  const [startUrl, setStartUrl] = useState(last?.startUrl ?? '');
  const [region, setRegion] = useState(last?.region ?? 'us-east-1');
  const [wrong, setWrong] = useState<Partial<Record<'startUrl' | 'region', string>>>({});

  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin(direct);
  };
  const begin = (away: boolean) => {
    if (asking) return;
    if (center) return onBegin(undefined, away);
    const typed = { startUrl: startUrl.trim(), region: region.trim() };
    const wrong = {
      ...(!START_URL.test(typed.startUrl) && {
        startUrl: 'An https address, such as https://acme.awsapps.com/start',
      }),
      ...(!REGION_NAME.test(typed.region) && { region: 'A region name, such as us-east-1' }),
    };
    setWrong(wrong);
    if (Object.keys(wrong).length === 0) onBegin(typed, away);
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-1 flex-col">
      <MethodPane
        title="IAM Identity Center"
        note={direct ? 'in this tab, or by a code' : 'device code'}
        error={said}
        promise="The token stays in an encrypted session cookie, role credentials in the console's memory."
        actions={
          <>
            {direct && <Button onClick={() => begin(false)}>Get a code</Button>}
            <Button
              type="submit"
              variant="primary"
              icon={direct ? ArrowRight : undefined}
              kbd="↵"
              busy={asking}
            >
              {direct ? 'Continue there' : 'Get a code'}
            </Button>
          </>
        }
      >
        <div className="space-y-4 px-4 py-4 text-fg-2 text-xs md:px-5">
          {center ? (
            <p>
              You sign in at <code className="wrap-anywhere font-mono text-fg">{center.startUrl}</code>
              {direct ? ' ' : ' in another tab, '}and come back to choose an account and a role.
            </p>
          ) : (
            <div className="grid gap-3 md:grid-cols-[minmax(0,1fr)_9rem]">
              <Field label="Start URL" error={wrong.startUrl}>
                {(field) => (
                  <Input
                    {...field}
                    mono
                    required
                    type="url"
                    autoCapitalize="none"
                    autoComplete="on"
                    placeholder="https://acme.awsapps.com/start"
                    value={startUrl}
                    onChange={({ target }) => {
                      setStartUrl(target.value);
                      setWrong({});
                    }}
                  />
                )}
              </Field>
              <Field label="Its home region" error={wrong.region}>
                {(field) => (
                  <Input
                    {...field}
                    mono
                    required
                    autoCapitalize="none"
                    autoComplete="on"
                    value={region}
                    onChange={({ target }) => {
                      setRegion(target.value);
                      setWrong({});
                    }}
                  />
                )}
              </Field>
            </div>
          )}
          <ol className="list-decimal space-y-1.5 pl-4 marker:text-fg-3">
            {direct ? (
              <>
                <li>You go there in this tab, sign in as always, and allow Keyturn to act for you.</li>
                <li>The browser comes back here by itself.</li>
              </>
            ) : (
              <>
                <li>Keyturn shows a code, and a link to the page that asks for it.</li>
                <li>That page shows the same code. Approve it there with your own sign-in.</li>
              </>
            )}
            <li>Choose the account and the role to work with: those you were given, and no others.</li>
          </ol>
          {direct && (
            <p>
              With a code you approve it in any browser, also on another computer: for a console you reach
              through a tunnel.
            </p>
          )}
        </div>
      </MethodPane>
    </form>
  );
}

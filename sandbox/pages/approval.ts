import { PEOPLE } from '../services/identity-center/directory.ts';
import type { Client, IdentityCenterState } from '../services/identity-center/state.ts';
import { escaped, type Page } from './page.ts';

/** What a form is about: the code of a device, or the request of a program a browser comes back to. */
export interface Subject {
  readonly path: string;
  readonly field: 'user_code' | 'request';
  readonly value: string;
  /** The code to compare with the one the device shows. */
  readonly shown?: string;
}

/** Asks who somebody is, and whether a client may act for them. */
export function approvalPage(center: IdentityCenterState, client: Client, subject: Subject): Page {
  const { path, field, value, shown } = subject;
  const code =
    shown === undefined ? '' : `<p>Check that it shows this code:</p>\n<p class="code">${escaped(shown)}</p>`;
  const choices = PEOPLE.map(
    (person, at) =>
      `<label class="choice"><input type="radio" name="name" value="${person}"${at === 0 ? ' checked' : ''}>` +
      `<span>${person}<small>${escaped(rightsOf(center, person))}</small></span></label>`,
  );
  return {
    title: 'Allow access to your accounts?',
    main: `<p><strong>${escaped(client.name)}</strong> asks to see the accounts and roles you are assigned in IAM Identity Center, and to use them.</p>
${code}
<form method="post" action="${path}">
<input type="hidden" name="${field}" value="${escaped(value)}">
<fieldset>
<legend>Who are you?</legend>
${choices.join('\n')}
</fieldset>
<button class="main" name="answer" value="allow">Allow</button>
<button name="answer" value="deny">Deny</button>
</form>`,
  };
}

/** Asks for the code a device shows. */
export function codePage(problem?: string): Page {
  return {
    title: 'Enter the code',
    main: `${problem === undefined ? '' : `<p role="alert"><strong>${escaped(problem)}</strong></p>\n`}<form method="get" action="/start/device">
<label class="label" for="code">The code that the device shows</label>
<input type="text" id="code" name="user_code" autocomplete="off" autocapitalize="characters" spellcheck="false" required>
<button class="main">Next</button>
</form>`,
  };
}

/** Says something, and asks nothing. */
export function sayingPage(title: string, sentence: string): Page {
  return { title, main: `<p>${escaped(sentence)}</p>` };
}

function rightsOf({ assignments }: IdentityCenterState, person: string): string {
  const sets = new Map<string, number>();
  for (const names of assignments.get(person)?.values() ?? []) {
    for (const name of names) sets.set(name, (sets.get(name) ?? 0) + 1);
  }
  const said = [...sets].map(
    ([name, count]) => `${name} in ${count} ${count === 1 ? 'account' : 'accounts'}`,
  );
  return said.length === 0 ? 'no account at all' : said.join(', ');
}

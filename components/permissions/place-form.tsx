import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** Where rights are asked for, as it is typed. */
export interface PlaceDraft {
  readonly regions: string;
  readonly secrets: string;
  readonly functions: string;
}

interface PlaceFormProps {
  readonly draft: PlaceDraft;
  readonly onDraft: (draft: PlaceDraft) => void;
  readonly fault: string | undefined;
}

/** The regions and the beginnings of names that the policy is made for and IAM is asked about. */
export function PlaceForm({ draft, onDraft, fault }: PlaceFormProps) {
  return (
    <div className="space-y-3 px-4 pb-3 md:px-5">
      <Field label="Regions" note="separated by commas" error={fault}>
        {(control) => (
          <Input
            {...control}
            mono
            spellCheck={false}
            autoComplete="off"
            value={draft.regions}
            onChange={(event) => onDraft({ ...draft, regions: event.target.value })}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Secrets" note="beginning of the name">
          {(control) => (
            <Input
              {...control}
              mono
              placeholder="prod/"
              spellCheck={false}
              autoComplete="off"
              maxLength={256}
              value={draft.secrets}
              onChange={(event) => onDraft({ ...draft, secrets: event.target.value })}
            />
          )}
        </Field>
        <Field label="Functions" note="beginning of the name">
          {(control) => (
            <Input
              {...control}
              mono
              placeholder="SecretsManager"
              spellCheck={false}
              autoComplete="off"
              maxLength={64}
              value={draft.functions}
              onChange={(event) => onDraft({ ...draft, functions: event.target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

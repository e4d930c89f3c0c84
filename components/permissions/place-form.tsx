import { TypedField } from '@/components/ui/typed-field';

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
      <TypedField
        kind="code"
        label="Regions"
        note="separated by commas"
        error={fault}
        value={draft.regions}
        onValue={(regions) => onDraft({ ...draft, regions })}
      />
      <div className="grid grid-cols-2 gap-3">
        <TypedField
          kind="code"
          label="Secrets"
          note="beginning of the name"
          placeholder="prod/"
          maxLength={256}
          value={draft.secrets}
          onValue={(secrets) => onDraft({ ...draft, secrets })}
        />
        <TypedField
          kind="code"
          label="Functions"
          note="beginning of the name"
          placeholder="SecretsManager"
          maxLength={64}
          value={draft.functions}
          onValue={(functions) => onDraft({ ...draft, functions })}
        />
      </div>
    </div>
  );
}

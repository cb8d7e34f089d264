/** The typed part of an election beside the count: the meeting before it, the term after it. */
import { ChoiceField, TextField } from '../parts/Field.tsx';
import { words } from '../words.ts';
import { electionWords as say } from '../words/election.ts';

const IDS = ['on', 'place', 'minutes', 'secret', 'from', 'until', 'checker', 'reason'] as const;
export type Filled = Readonly<Record<(typeof IDS)[number], string>>;
const OPTIONAL: readonly string[] = ['checker', 'reason'];

const isLacking = (filled: Filled, id: keyof Filled) => !OPTIONAL.includes(id) && filled[id].trim() === '';

export const isFilled = (filled: Filled) => !IDS.some((id) => isLacking(filled, id));

type Props = {
  readonly filled: Filled;
  /** It was sent once: what is lacking says so. */
  readonly asked: boolean;
  readonly change: (filled: Filled) => void;
};
type OneProps = Props & { readonly id: keyof Filled; readonly label: string };

const common = ({ id, label, filled, asked, change }: OneProps) => ({
  id,
  label,
  lacking: asked && isLacking(filled, id) ? words.needed : undefined,
  value: filled[id],
  change: (value: string) => change({ ...filled, [id]: value }),
});

const Text = (props: OneProps) => <TextField {...common(props)} most={200} complete="off" />;

export function MeetingFields(props: Props) {
  return (
    <>
      <h3>{say.meeting}</h3>
      <Text {...props} id="on" label={say.on} />
      <Text {...props} id="place" label={say.place} />
      <Text {...props} id="minutes" label={say.minutes} />
      <ChoiceField
        {...common({ ...props, id: 'secret', label: say.method })}
        options={[
          { value: 'secret', label: say.secret },
          { value: 'open', label: say.open },
        ]}
      />
    </>
  );
}

type Person = { readonly id: string; readonly name: string };

export function TermFields({ people, ...props }: Props & { readonly people: readonly Person[] }) {
  return (
    <>
      <h3>{say.term}</h3>
      <Text {...props} id="from" label={say.from} />
      <Text {...props} id="until" label={say.until} />
      <ChoiceField
        {...common({ ...props, id: 'checker', label: say.checkerChoice })}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Text {...props} id="reason" label={say.reason} />
    </>
  );
}

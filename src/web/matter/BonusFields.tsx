/** Bonuses claimed in the application: the item by its clause, the day on the document, where it stands written (G19). */
import { Button } from 'antd';
import type { ApplicationForm, MatterCourse } from '../../contract/roundMember.ts';
import { DayField } from '../parts/DayField.tsx';
import { ChoiceField, TextField } from '../parts/Field.tsx';
import { roundPeopleWords as words } from '../words/roundPeople.ts';
import { EvidencePick } from '../parts/EvidencePick.tsx';
import type { useBrought } from '../evidence/useBrought.ts';
import type { BonusClaim } from './applicationForm.ts';
import type { MatterAddress } from './queries.ts';

type Brought = ReturnType<typeof useBrought>;

type Props = {
  readonly items: MatterCourse['bonusItems'];
  readonly form: ApplicationForm;
  /** What finishes later than the form it began with changes the form as it then is. */
  readonly change: (next: (now: ApplicationForm) => ApplicationForm) => void;
  readonly lacking: (id: string) => string | undefined;
  readonly at: MatterAddress;
  readonly brought: Brought;
};

export function BonusFields({ items, form, change, lacking, at, brought }: Props) {
  const options = [
    { value: '', label: words.choose },
    ...items.map(({ id, name, amount }) => ({ value: id, label: `${id} ${name}（${amount}）` })),
  ];
  const changed = (at: number, part: (bonus: BonusClaim) => Partial<BonusClaim>) =>
    change((now) => ({
      ...now,
      bonuses: now.bonuses.map((one, index) => (index === at ? { ...one, ...part(one) } : one)),
    }));
  const without = (ids: readonly string[], id: string) => ids.filter((one) => one !== id);
  return form.bonuses.map((bonus, index) => {
    const field = (name: Exclude<keyof BonusClaim, 'evidence'>, label: string) => ({
      id: `${name}-${index}`,
      label,
      lacking: lacking(`${name}-${index}`),
      value: bonus[name],
      change: (value: string) => changed(index, () => ({ [name]: value })),
    });
    return (
      <fieldset key={index} className="task-row">
        <legend>{words.bonus(index + 1)}</legend>
        <ChoiceField {...field('item', words.bonusItem)} options={options} />
        <DayField {...field('day', words.bonusDay)} />
        <TextField {...field('reason', words.reason)} most={200} />
        <TextField {...field('document', words.document)} most={200} />
        <EvidencePick
          id={`evidence-${index}`}
          at={at}
          purpose="claim"
          files={brought.files.filter(({ id }) => bonus.evidence.includes(id))}
          add={(file) => {
            brought.add(file);
            changed(index, ({ evidence }) => ({ evidence: [...without(evidence, file.id), file.id] }));
          }}
          remove={(file) => {
            changed(index, ({ evidence }) => ({ evidence: without(evidence, file.id) }));
            const elsewhere = form.bonuses.some(
              (one, other) => other !== index && one.evidence.includes(file.id),
            );
            if (!elsewhere) brought.remove(file);
          }}
        />
        <Button
          onClick={() =>
            change((now) => ({ ...now, bonuses: now.bonuses.filter((_, other) => other !== index) }))
          }
        >
          {words.removeBonus}
        </Button>
      </fieldset>
    );
  });
}

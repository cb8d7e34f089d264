/** Bonuses claimed in the application: the item by its clause, the day on the document, where it stands written (G19). */
import { Button } from 'antd';
import type { ApplicationForm, MatterCourse } from '../../contract/roundMember.ts';
import { DayField } from '../parts/DayField.tsx';
import { ChoiceField, TextField } from '../parts/Field.tsx';
import { roundPeopleWords as words } from '../words/roundPeople.ts';
import type { BonusClaim } from './applicationForm.ts';

type Props = {
  readonly items: MatterCourse['bonusItems'];
  readonly form: ApplicationForm;
  readonly change: (form: ApplicationForm) => void;
  readonly lacking: (id: string) => string | undefined;
};

export function BonusFields({ items, form, change, lacking }: Props) {
  const options = [
    { value: '', label: words.choose },
    ...items.map(({ id, name, amount }) => ({ value: id, label: `${id} ${name}（${amount}）` })),
  ];
  const changed = (at: number, part: Partial<BonusClaim>) =>
    change({
      ...form,
      bonuses: form.bonuses.map((one, index) => (index === at ? { ...one, ...part } : one)),
    });
  return form.bonuses.map((bonus, index) => {
    const field = (name: keyof BonusClaim, label: string) => ({
      id: `${name}-${index}`,
      label,
      lacking: lacking(`${name}-${index}`),
      value: bonus[name],
      change: (value: string) => changed(index, { [name]: value }),
    });
    return (
      <fieldset key={index} className="task-row">
        <legend>{words.bonus(index + 1)}</legend>
        <ChoiceField {...field('item', words.bonusItem)} options={options} />
        <DayField {...field('day', words.bonusDay)} />
        <TextField {...field('reason', words.reason)} most={200} />
        <TextField {...field('document', words.document)} most={200} />
        <Button
          onClick={() => change({ ...form, bonuses: form.bonuses.filter((_, other) => other !== index) })}
        >
          {words.removeBonus}
        </Button>
      </fieldset>
    );
  });
}

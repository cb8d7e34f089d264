/** One thing of a draft: its fields, what each was, what the lints found there, and taking it away or putting it back. */
import { Button } from 'antd';
import { memo } from 'react';
import type { Change } from '../../domain/policy/draft/change.ts';
import type { Field } from '../../domain/policy/draft/thing.ts';
import { shownIn } from '../../domain/policy/draft/value.ts';
import { rulesWords } from '../words/rules.ts';
import { FieldControl } from './FieldControl.tsx';
import { FindingLine } from './Findings.tsx';
import type { PlacedFinding, ShownThing } from './groups.ts';

export type Acts = { readonly change: (change: Change) => void; readonly undo: (place: string) => void };
type Props = Acts & { readonly thing: ShownThing };

export const anchorOf = (place: string): string => `thing-${place.replaceAll(/[^\w.-]/g, '-')}`;

export const ThingFields = memo(function ThingFields({ thing, change, undo }: Props) {
  const { place, name, fields, removable, state, findings, changes } = thing;
  const atField = (one: PlacedFinding, field: Field) =>
    one.place === field.place || one.place.startsWith(`${field.place}/`);
  const others = findings.filter((one) => !fields.some((field) => atField(one, field)));
  return (
    <fieldset className={changes.length > 0 ? 'thing changed' : 'thing'} id={anchorOf(place)}>
      <legend>
        {state === 'added' && <span className="mark">{rulesWords.added}</span>}
        {name}
      </legend>
      {state === 'removed' ? (
        <p>{rulesWords.removedNote}</p>
      ) : (
        fields.map((field) => (
          <ThingField
            key={field.place}
            field={field}
            value={shownIn(field, changes)}
            isChanged={changes.some((one) => one.place === field.place)}
            findings={findings.filter((one) => atField(one, field))}
            change={change}
          />
        ))
      )}
      {others.map((one) => (
        <FindingLine key={one.message} finding={one} />
      ))}
      {removable && (
        <Button
          onClick={() => (state === 'base' ? change({ place, to: null }) : undo(place))}
          aria-label={`${state === 'removed' ? rulesWords.restore : rulesWords.remove} ${name}`}
        >
          {state === 'removed' ? rulesWords.restore : rulesWords.remove}
        </Button>
      )}
    </fieldset>
  );
});

type FieldProps = {
  readonly field: Field;
  readonly value: string;
  readonly isChanged: boolean;
  readonly findings: readonly PlacedFinding[];
  readonly change: Acts['change'];
};

function ThingField({ field, value, isChanged, findings, change }: FieldProps) {
  const { place, label, before } = field;
  const id = anchorOf(place).replace('thing', 'field');
  const isWrong = findings.some(({ severity }) => severity === 'error');
  const was = isChanged && before !== null ? [`${id}-was`] : [];
  const described = [...was, ...findings.map((_, index) => `${id}-found-${index}`)].join(' ');
  return (
    <div className={isNarrow(field) ? 'field narrow' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <FieldControl
        id={id}
        field={field}
        value={value}
        change={change}
        aria={{
          ...(isWrong ? { 'aria-invalid': true as const } : {}),
          ...(described === '' ? {} : { 'aria-describedby': described }),
        }}
      />
      {isChanged && before !== null && (
        <p id={`${id}-was`} className="quiet">
          {rulesWords.was(field.options?.find((one) => one.value === before)?.label ?? before)}
        </p>
      )}
      {findings.map((one, index) => (
        <FindingLine key={one.message} id={`${id}-found-${index}`} finding={one} />
      ))}
    </div>
  );
}

/** A figure with a short name stands beside its thing's name where there is room. */
const SHORT_LABEL = 8;
const isNarrow = ({ form, label }: Field) =>
  (form === 'amount' || form === 'whole') && label.length <= SHORT_LABEL;

/** The control of one field. What is being typed stays as typed until the field is left: "2" on the way to "2.5" is the base's "2.00". */
import { Input } from 'antd';
import { useState } from 'react';
import type { Change } from '../../domain/policy/draft/change.ts';
import type { Field } from '../../domain/policy/draft/thing.ts';
import { valueOf } from '../../domain/policy/draft/value.ts';

type Props = {
  readonly id: string;
  readonly field: Field;
  readonly value: string;
  readonly change: (change: Change) => void;
  readonly aria: { readonly 'aria-invalid'?: true; readonly 'aria-describedby'?: string };
};

export function FieldControl({ id, field: { place, form, options }, value, change, aria }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string) => change({ place, to: valueOf(form, text) });
  if (options !== undefined)
    return (
      <select id={id} {...aria} value={value} onChange={({ target }) => take(target.value)}>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    );
  const common = {
    id,
    ...aria,
    value: typed ?? value,
    onFocus: () => setTyped(value),
    onBlur: () => setTyped(null),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      setTyped(target.value);
      take(target.value);
    },
  };
  if (form === 'long') return <Input.TextArea {...common} rows={3} maxLength={2000} />;
  const numeric = form === 'amount' || form === 'whole';
  return (
    <Input
      {...common}
      className={numeric ? 'short' : undefined}
      {...(numeric ? { inputMode: 'decimal' as const } : {})}
      autoComplete="off"
      maxLength={200}
    />
  );
}

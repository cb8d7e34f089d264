/** Labelled fields that say below themselves what they lack. */
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { words } from '../words.ts';

type FieldProps = { readonly id: string; readonly label: string; readonly lacking: string | undefined };

const named = ({ id, lacking }: FieldProps) => ({
  id,
  ...(lacking === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-lacking` }),
});

function Labelled({
  field: { id, label, lacking },
  face,
  children,
}: {
  readonly field: FieldProps;
  readonly face?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {face}
      </label>
      {children}
      {lacking !== undefined && (
        <p id={`${id}-lacking`} className="lacking">
          {lacking}
        </p>
      )}
    </div>
  );
}

type TextProps = FieldProps & {
  readonly value: string;
  readonly most: number;
  readonly numeric?: boolean;
  readonly secret?: boolean;
  /** What the browser may fill in by itself. */
  readonly complete?: string | undefined;
  readonly change: (value: string) => void;
};

export function TextField({
  value,
  most,
  numeric = false,
  secret = false,
  complete,
  change,
  ...field
}: TextProps) {
  return (
    <Labelled field={field}>
      <Input
        {...named(field)}
        {...(secret ? { type: 'password' } : {})}
        {...(complete === undefined ? {} : { autoComplete: complete })}
        {...(numeric ? { inputMode: 'numeric' } : {})}
        maxLength={most}
        value={value}
        onChange={({ target }) => change(target.value)}
      />
    </Labelled>
  );
}

/** For sentences; it can be pulled larger. */
export function LongField({
  value,
  most,
  change,
  ...field
}: Pick<TextProps, 'id' | 'label' | 'lacking' | 'value' | 'most' | 'change'>) {
  return (
    <Labelled field={field}>
      <Input.TextArea
        {...named(field)}
        rows={4}
        maxLength={most}
        value={value}
        onChange={({ target }) => change(target.value)}
      />
    </Labelled>
  );
}

type ChoiceProps = FieldProps & {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly change: (value: string) => void;
};

export function ChoiceField({ value, options, change, ...field }: ChoiceProps) {
  return (
    <Labelled field={field}>
      <select {...named(field)} value={value} onChange={({ target }) => change(target.value)}>
        <option value="">{words.pleaseChoose}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

type FileProps = FieldProps & {
  readonly file: File | null;
  readonly choose: (file: File | null) => void;
  /** Endings the browser offers. */
  readonly accept?: string;
};

/** The browser's own field, under a face that speaks Chinese whatever language the browser was set to. */
export function FileField({ file, choose, accept = '.xlsx,.csv', ...field }: FileProps) {
  const face = (
    <span className="file-face">
      <span className="file-act">{words.choose}</span>
      <span className="file-name">{file?.name ?? words.noFile}</span>
    </span>
  );
  return (
    <Labelled field={field} face={face}>
      <input
        {...named(field)}
        className="unseen"
        type="file"
        accept={accept}
        onChange={({ target }) => choose(target.files?.[0] ?? null)}
      />
    </Labelled>
  );
}

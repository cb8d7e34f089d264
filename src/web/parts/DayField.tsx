/** A labelled day, picked or typed as the browser offers it. */
import { Input } from 'antd';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly lacking: string | undefined;
  readonly value: string;
  readonly change: (value: string) => void;
};

export function DayField({ id, label, lacking, value, change }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="date"
        {...(lacking === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-lacking` })}
        value={value}
        onChange={({ target }) => change(target.value)}
      />
      {lacking !== undefined && (
        <p id={`${id}-lacking`} className="lacking">
          {lacking}
        </p>
      )}
    </div>
  );
}

/** A row of named values: columns under one head where there is room, a list with each name beside its value where there is not. */
import type { ReactNode } from 'react';

/** `wide`: it needs more room than most. */
const classOf = (name: string, wide: boolean) => (wide ? `${name} wide` : name);

export const ColumnNames = ({
  names,
  wide,
}: {
  readonly names: readonly string[];
  readonly wide: boolean;
}) => (
  <div className={classOf('column-names', wide)} aria-hidden="true">
    {names.map((name) => (
      <span key={name}>{name}</span>
    ))}
  </div>
);

export const Columns = ({ wide, children }: { readonly wide: boolean; readonly children: ReactNode }) => (
  <div className={classOf('columns', wide)}>{children}</div>
);

export const Column = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="column">
    <span className="column-name">{name}</span>
    <span>{children}</span>
  </div>
);

/** The application, by the member or written down for them; for a renewal it names the exemption it continues. */
import { useQueryClient } from '@tanstack/react-query';
import { AskForm } from '../parts/AskForm.tsx';
import { exemptionWords } from '../words/exemption.ts';
import { apply, FIELDS, HELPER } from './exemptionApplication.ts';

type Props = {
  readonly organisation: string;
  readonly member: string;
  readonly onBehalf: boolean;
  readonly renews: string | null;
};

export function Applying({ organisation, member, onBehalf, renews }: Props) {
  const queries = useQueryClient();
  return (
    <AskForm
      fields={onBehalf ? [...FIELDS, HELPER] : FIELDS}
      act={exemptionWords.applyAct}
      send={async (filled) => {
        await apply(organisation, member, renews, filled);
        await queries.invalidateQueries();
      }}
    />
  );
}

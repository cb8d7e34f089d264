/** Organisations as a tree; the machine is left out: it is no Party organisation. */
import { LEVELS, type Level } from '../../domain/office/office.ts';
import type { Reading } from '../ports.ts';

export type OrganisationNode = {
  readonly organisationId: string;
  readonly name: string;
  readonly level: Level;
  readonly levelName: string;
  readonly example: boolean;
  readonly parentId: string | null;
  readonly children: readonly OrganisationNode[];
};

/** Each level in order of id. One whose organisation above is not in the books stands at the top. */
export async function organisationTree(tx: Reading): Promise<OrganisationNode[]> {
  const rows = (await tx.organisations()).filter(({ level }) => level !== 'machine');
  const known = new Set(rows.map(({ organisationId }) => organisationId));
  const parents = new Map(
    (await tx.placings()).map(({ organisationId, parentId }) => [organisationId, parentId]),
  );
  const parentOf = (organisationId: string): string | null => {
    const parentId = parents.get(organisationId) ?? null;
    return parentId !== null && known.has(parentId) ? parentId : null;
  };
  const below = Map.groupBy(rows, ({ organisationId }) => parentOf(organisationId));
  const nodes = (parentId: string | null): OrganisationNode[] =>
    (below.get(parentId) ?? []).map(({ organisationId, name, level, example }) => ({
      organisationId,
      name,
      level,
      levelName: LEVELS[level],
      example: example === 1,
      parentId,
      children: nodes(organisationId),
    }));
  return nodes(null);
}

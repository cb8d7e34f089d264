// The same sum as one SQL statement in PostgreSQL over a table that is loaded, indexed and analysed beforehand.
import pg from 'pg';
import type { Policy } from '../../src/domain/policy/policy.ts';
import type { MemberYear } from '../../src/domain/year/evaluate.ts';
import type { Race } from '../competitor.ts';
import { type Amounts, amountsOf, explained, type Fact, factsOf } from '../facts.ts';

const ROWS_AT_ONCE = 10_000;

type Row = { readonly member: number; readonly entries: (number | null)[][]; readonly quarters: number[][] };

export const postgres = (url: string) =>
  async function race(policy: Policy, years: readonly MemberYear[]): Promise<Race> {
    const facts = factsOf(policy, years);
    const amounts = amountsOf(policy);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await load(client, facts);
    const query = statement(amounts);
    let kept: Row[] = [];
    return {
      run: async () => {
        kept = [];
        kept = (await client.query<Row>(query)).rows;
      },
      answers: () =>
        kept
          .toSorted((a, b) => a.member - b.member)
          .map(({ member, entries, quarters }) =>
            explained(
              amounts,
              facts[member] ?? [],
              entries.map(([n, holder, until, replacedBy]) => ({
                n: n ?? 0,
                holder: holder ?? 0,
                until: until ?? null,
                replacedBy: replacedBy ?? null,
              })),
              quarters.map(
                ([base = 0, task = 0, bonus = 0, floor = 0, taskCap = 0, bonusCap = 0, ...rest]) => ({
                  base,
                  task,
                  bonus,
                  floor,
                  taskCap,
                  bonusCap,
                  categoryFloors: rest,
                }),
              ),
            ),
          ),
      close: () => client.end(),
    };
  };

async function load(client: pg.Client, facts: readonly (readonly Fact[])[]): Promise<void> {
  await client.query(`CREATE TEMPORARY TABLE entry (member integer, n integer, kind text, category integer,
    period integer, amount integer, key text, weight integer, PRIMARY KEY (member, n))`);
  const columns = ['member', 'n', 'kind', 'category', 'period', 'amount', 'key', 'weight'] as const;
  const types = ['integer', 'integer', 'text', 'integer', 'integer', 'integer', 'text', 'integer'];
  const insert = `INSERT INTO entry SELECT * FROM unnest(${types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')})`;
  const rows = facts.flatMap((entries, member) => entries.map((fact) => ({ member, ...fact })));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const part = rows.slice(from, from + ROWS_AT_ONCE);
    await client.query(
      insert,
      columns.map((column) => part.map((row) => row[column])),
    );
  }
  await client.query('ANALYZE entry');
  await client.query("SET work_mem = '256MB'");
}

/** One row a member: the entries' workings, and each quarter's figures with what floors and caps changed. */
function statement({ share, plan, bonusCap, caps, periods }: Amounts): string {
  const categories = caps.map((cap, index) => ({ cap, c: index + 1 }));
  const each = (write: (c: number, cap: number) => string) =>
    categories.map(({ c, cap }) => write(c, cap)).join(', ');
  const lost = `direct + ${categories.map(({ c }) => `lost${c}`).join(' + ')}`;
  const grown = (figure: string) => `${figure} - lag(${figure}, 1, 0) OVER q`;
  return `
    WITH judged AS (
      SELECT *, max(weight) OVER (PARTITION BY member, coalesce(key, n::text) ORDER BY period) AS top FROM entry
    ), held AS (
      SELECT member, n, kind, category, period, amount, lead(period) OVER w AS until, lead(n) OVER w AS replaced_by
      FROM judged WHERE weight = top WINDOW w AS (PARTITION BY member, coalesce(key, n::text) ORDER BY period)
    ), entries AS (
      SELECT member, json_agg(json_build_array(n, 99 - top % 100, until, replaced_by)) AS entries
      FROM judged LEFT JOIN held USING (member, n) GROUP BY member
    ), effects AS (
      SELECT member, kind, category, period, amount FROM held
      UNION ALL SELECT member, kind, category, until, -amount FROM held WHERE until IS NOT NULL
    ), sums AS (
      SELECT member, period,
        coalesce(sum(amount) FILTER (WHERE kind = 'task'), 0)::integer AS decided,
        coalesce(sum(amount) FILTER (WHERE kind = 'bonus'), 0)::integer AS earned,
        coalesce(sum(amount) FILTER (WHERE kind = 'base' AND category = 0), 0)::integer AS direct,
        ${each((c) => `coalesce(sum(amount) FILTER (WHERE category = ${c}), 0)::integer AS taken${c}`)}
      FROM (SELECT * FROM effects UNION ALL
        SELECT DISTINCT member, '', -1, q, 0 FROM entry CROSS JOIN unnest(ARRAY[${periods.join(', ')}]) q) all_quarters
      GROUP BY member, period
    ), running AS (
      SELECT member, period, decided, sum(earned) OVER q AS earned, sum(direct) OVER q AS direct,
        ${each((c) => `sum(taken${c}) OVER q AS taken${c}`)}, ${each((c, cap) => `least(${cap}, sum(taken${c}) OVER q) AS lost${c}`)}
      FROM sums WINDOW q AS (PARTITION BY member ORDER BY period)
    ), ytd AS (
      SELECT *, ${lost} AS loss, greatest(0, ${share} * period - (${lost})) AS kept, least(${bonusCap}, earned) AS credited
      FROM running
    ), quarters AS (
      SELECT member, period, json_build_array(${grown('kept')}, least(${plan}, decided), ${grown('credited')},
        (${grown('kept')}) - (${share} - (${grown('loss')})), least(${plan}, decided) - decided,
        (${grown('credited')}) - (${grown('earned')}),
        ${each((c) => `(${grown(`taken${c}`)}) - (${grown(`lost${c}`)})`)}) AS quarter
      FROM ytd WINDOW q AS (PARTITION BY member ORDER BY period)
    )
    SELECT member, entries, quarters FROM entries
    JOIN (SELECT member, json_agg(quarter ORDER BY period) AS quarters FROM quarters GROUP BY member) q USING (member)`;
}

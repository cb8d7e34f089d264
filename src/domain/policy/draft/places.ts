/** What a branch may change of its measure: amounts, names, days, items, and which reading is chosen. */

const LIST = '[^/]+';
const PLACES = [
  `policy/(title|issuer|version|total|effective/from|periods/filingDay|discretionary/most|partYear/atLeast)`,
  `policy/topShare/(percent|atLeast)`,
  `policy/calendar/${LIST}`,
  `policy/kinds/${LIST}/(name|year|period)`,
  `policy/(grades|eligibility)/bands/${LIST}/(name|from|label)`,
  `(bonuses|deductions|disqualifiers)/items/${LIST}(/(name|text|amount))?`,
  `deductions/suppliers`,
  `base-items/categories/${LIST}/(name|cap)`,
  `base-items/categories/${LIST}/indicators/${LIST}/amount`,
  `base-items/categories/${LIST}/standards/${LIST}(/(name|text|amount))?`,
  `procedure/${LIST}/deadline`,
  `readings/${LIST}/(chosen|decidedBy|decidedOn)`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** The text of the clauses, the mechanisms and the steps are not among it. */
export const isChangeable = (place: string): boolean => PLACES.some((pattern) => pattern.test(place));

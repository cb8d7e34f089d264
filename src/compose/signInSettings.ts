/** How signing in is configured, from the surroundings; what cannot be used is said before anything starts. */
import { FACTOR_DEMANDS, type FactorDemand } from '../domain/office/secondFactor.ts';
import { SignInFault } from '../signIn/fault.ts';
import { DEFAULTS, type OidcSettings, type SignInSettings } from '../signIn/ports.ts';

type Variables = Readonly<Record<string, string | undefined>>;

export function settingsFrom(variables: Variables): Omit<SignInSettings, 'origin'> {
  const { PASSWORDS, PROXIES, SIGNIN_SECRET } = variables;
  if (PASSWORDS !== undefined && !['', 'dengbao', 'nist'].includes(PASSWORDS))
    throw new SignInFault(`PASSWORDS 应为 dengbao 或 nist，现为“${PASSWORDS}”。`);
  const oidc = oidcFrom(variables);
  return {
    ...DEFAULTS,
    passwords: PASSWORDS === 'nist' ? 'nist' : 'dengbao',
    proxies: (PROXIES ?? '').split(/[\s,]+/).filter((address) => address !== ''),
    ...(SIGNIN_SECRET ? { secret: SIGNIN_SECRET } : {}),
    ...(oidc === undefined ? {} : { oidc }),
  };
}

/** Whom a second factor is demanded of; nobody unless it is said. */
export function factorDemandFrom({ SECOND_FACTOR }: Variables): FactorDemand {
  const demand = FACTOR_DEMANDS.find((one) => one === (SECOND_FACTOR || 'none'));
  if (demand !== undefined) return demand;
  throw new SignInFault(
    `SECOND_FACTOR 应为 ${FACTOR_DEMANDS.join('、')} 之一，现为“${SECOND_FACTOR ?? ''}”。`,
  );
}

function oidcFrom(variables: Variables): OidcSettings | undefined {
  const { OIDC_DISCOVERY_URL, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = variables;
  const needed = { OIDC_DISCOVERY_URL, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length === Object.keys(needed).length) return undefined;
  if (missing.length > 0)
    throw new SignInFault(`统一身份认证还缺 ${missing.join('、')}。请补齐，或全部去掉。`);
  const { OIDC_SUBJECT_CLAIM, OIDC_SECOND_FACTOR } = variables;
  return {
    name: OIDC_NAME || '统一身份认证',
    discoveryUrl: OIDC_DISCOVERY_URL ?? '',
    clientId: OIDC_CLIENT_ID ?? '',
    clientSecret: OIDC_CLIENT_SECRET ?? '',
    ...(OIDC_SUBJECT_CLAIM ? { subjectClaim: OIDC_SUBJECT_CLAIM } : {}),
    provesSecondFactor: OIDC_SECOND_FACTOR === '1',
  };
}

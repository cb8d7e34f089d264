/** Security headers of every answer. Styles and scripts come from here alone, or carry the answer's nonce. */
import type { Hono, MiddlewareHandler } from 'hono';
import { NONCE, secureHeaders, type SecureHeadersVariables } from 'hono/secure-headers';
import type { People } from './services.ts';

/** What answers; every answer has its nonce. */
export type App = Hono<{ Variables: SecureHeadersVariables }>;

const headers = (strictTransportSecurity: string | false): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", NONCE],
      styleSrc: ["'self'", NONCE],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    originAgentCluster: '?1',
    referrerPolicy: 'no-referrer',
    strictTransportSecurity,
    xContentTypeOptions: 'nosniff',
    xFrameOptions: 'DENY',
    xXssProtection: '0',
    xDownloadOptions: 'noopen',
    xDnsPrefetchControl: 'off',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  });

const YEAR = 'max-age=31536000';

/** Under TLS the browser is told to come back by TLS alone; on plain http there is nothing to upgrade. */
export function securityHeaders({ origin }: Pick<People, 'origin'>): MiddlewareHandler {
  const [plain, strict] = [headers(false), headers(YEAR)];
  return (context, next) => (origin().startsWith('https:') ? strict : plain)(context, next);
}

import type { Handler } from 'hono';
import { READ_SCOPES, WRITE_SCOPES } from '../lib/auth/scopes.ts';
import type { Parts } from './parts.ts';

/** What this OAuth server can do (RFC 8414). */
export function metadata({ settings: { url } }: Parts): Handler {
  return (context) =>
    context.json({
      issuer: url,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      revocation_endpoint: `${url}/revoke`,
      scopes_supported: [...READ_SCOPES, ...WRITE_SCOPES],
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
      revocation_endpoint_auth_methods_supported: ['none'],
      authorization_response_iss_parameter_supported: true,
    });
}

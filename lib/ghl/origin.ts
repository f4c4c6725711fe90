/** HighLevel's API answers here only, never at an agency's own domain (HighLevel OpenAPI, `servers`). */
export const GHL_ORIGIN = 'https://services.leadconnectorhq.com';

/** The same as a match pattern, for host permissions. */
export const GHL_HOST = `${GHL_ORIGIN}/*`;

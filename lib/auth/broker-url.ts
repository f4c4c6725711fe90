/** Where the sign-in broker answers; set at build time by the environment variable `WXT_BROKER_URL`. */
export const brokerUrl: string = import.meta.env.WXT_BROKER_URL ?? 'http://localhost:8787';

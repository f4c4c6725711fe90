/** The reads that React may ask for: types only, the endpoints themselves stay in the background. */
export type { InputOf as ReadInput, OutputOf as ReadOutput, ReadName } from '@/lib/ghl/endpoints.ts';

import { AppFailure } from '@/lib/core/errors.ts';

/** Far more than any answer we ask for; a bigger one is not what the endpoint promises. */
const MAX_BYTES = 5_000_000;

/** The body as text. Throws `bad_answer` for one of more than 5 MB, without reading on. */
export async function readBody(response: Response): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES)
      throw new AppFailure({ code: 'bad_answer', status: response.status, detail: `an answer of more than ${MAX_BYTES} bytes` });
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

import { text } from '../body.ts';
import type { Call } from '../endpoint.ts';
import { Refusal } from '../refusal.ts';

const offsetTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** A start with an offset beside an end with `Z` or milliseconds (or the reverse) is a bare "Bad Request". */
export function timesOf(body: Call['body']): { startTime?: number; endTime?: number } {
  const given = [text(body, 'startTime'), text(body, 'endTime')];
  const styles = given.flatMap((time) => (time === undefined ? [] : [time.match(offsetTime)]));
  if (styles.includes(null)) throw new Refusal(400, { statusCode: 400, message: 'Bad Request' });
  const kinds = new Set(styles.map((style) => `${style?.[1] ? 'ms' : 's'}${style?.[2] === 'Z' ? 'Z' : 'offset'}`));
  if (kinds.size > 1) throw new Refusal(400, { statusCode: 400, message: 'Bad Request' });
  const [startTime, endTime] = given.map((time) => (time === undefined ? undefined : Date.parse(time)));
  return { ...(startTime === undefined ? {} : { startTime }), ...(endTime === undefined ? {} : { endTime }) };
}

/** An answer that is not a success, thrown by a handler. `body` is HighLevel's JSON without `traceId`. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(`${status} ${JSON.stringify(body.message ?? body)}`);
    this.name = 'Refusal';
    this.status = status;
    this.body = body;
  }
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  422: 'Unprocessable Entity',
};

export function badRequest(message: string, extra: Readonly<Record<string, unknown>> = {}): Refusal {
  return new Refusal(400, { statusCode: 400, message, error: reasons[400], ...extra });
}

export function unauthorized(message: string): Refusal {
  return new Refusal(401, { statusCode: 401, message, error: reasons[401] });
}

export function wrongLocation(): Refusal {
  return new Refusal(403, { statusCode: 403, message: 'The token does not have access to this location.', error: reasons[403] });
}

export function unprocessable(problems: readonly string[]): Refusal {
  return new Refusal(422, { statusCode: 422, message: problems, error: reasons[422] });
}

export function unknownPath(method: string, path: string): Refusal {
  return new Refusal(404, { statusCode: 404, message: `Cannot ${method} ${path}`, error: reasons[404] });
}

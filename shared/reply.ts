/** Why a call was refused. The set is closed: a host maps it, a screen words it, nobody invents another. */
export type ErrorCode = 'invalid' | 'not_found' | 'conflict' | 'read_only' | 'internal';

export type Failure = { readonly code: ErrorCode; readonly message: string };

/** The one envelope that every host carries and every screen reads. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** Thrown by handlers to refuse a call in words that a person can act on. Anything else becomes `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'AppError';
    this.code = code;
  }
}

export const failure = (code: ErrorCode, message: string): Reply<never> => ({
  ok: false,
  error: { code, message },
});

/** What is said when something unforeseen happened; the cause goes to the log, never to the screen. */
export const internalError: Failure = {
  code: 'internal',
  message:
    'Something went wrong inside Groundwork. Everything saved before is safe. Try again; if it stays, restart Groundwork.',
};
export const internalFailure: Reply<never> = { ok: false, error: internalError };

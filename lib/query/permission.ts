import { useMutation } from '@tanstack/react-query';

interface Permission {
  /** Takes the browser's question, asked already. `onGranted` is called when the person said yes. */
  readonly wait: (answer: Promise<boolean>, onGranted?: () => void) => void;
  readonly isPending: boolean;
  /** The person said no: nothing has changed. */
  readonly isRefused: boolean;
  readonly error: Error | null;
}

/**
 * A question to the browser that its person answers. It is asked in the click itself and handed over as a promise: a
 * mutation starts a moment later, when Firefox no longer takes it for the person's wish.
 */
export function usePermission(): Permission {
  const waiting = useMutation({ mutationFn: (answer: Promise<boolean>) => answer });
  return {
    wait: (answer, onGranted) => waiting.mutate(answer, { onSuccess: (isGranted) => isGranted && onGranted?.() }),
    isPending: waiting.isPending,
    isRefused: waiting.data === false,
    error: waiting.error,
  };
}

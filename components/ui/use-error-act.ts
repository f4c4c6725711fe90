import { useQueryClient } from '@tanstack/react-query';
import type { ErrorText } from '@/components/error-texts.ts';
import { useAllowWriting, useBrowserActs } from '@/lib/query/acts.ts';
import { useAllowHost } from '@/lib/query/allow-host.ts';

interface ErrorAct {
  /** `undefined` when there is nothing to do here. */
  readonly act: (() => void) | undefined;
  readonly isPending: boolean;
  /** Why the act itself did not work. */
  readonly failure: Error | null;
}

/** What an error's button does here. Signing in lives in the options. */
export function useErrorAct(action: ErrorText['action'], onRetry: (() => void) | undefined): ErrorAct {
  const { openOptions } = useBrowserActs();
  const writing = useAllowWriting();
  const host = useAllowHost();
  const queryClient = useQueryClient();
  const simple = (act: (() => void) | undefined): ErrorAct => ({ act, isPending: false, failure: null });
  switch (action) {
    case 'retry':
      return simple(onRetry);
    // What is gone may be more than what was asked for: everything on screen is read again.
    case 'refresh':
      return simple(() => void queryClient.invalidateQueries());
    case 'connect':
    case 'reconnect':
    case 'open_options':
      return simple(openOptions);
    case 'allow_host':
      return { act: host.allow, isPending: host.isPending, failure: host.error };
    case 'allow_writing':
      return {
        act: () => writing.mutate(undefined, { onSuccess: () => onRetry?.() }),
        isPending: writing.isPending,
        failure: writing.error,
      };
    case 'none':
      return simple(undefined);
  }
}

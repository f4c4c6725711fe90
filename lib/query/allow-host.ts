import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useServices } from './services.tsx';

/** The person gives access to HighLevel back: everything on screen is read again, and waiting writes go on. */
export function useAllowHost() {
  const { gateway } = useServices();
  const queryClient = useQueryClient();
  const allowing = useMutation({
    mutationFn: async (answer: Promise<boolean>) => {
      if (!(await answer)) return;
      await Promise.all([queryClient.invalidateQueries(), gateway.ask('outboxChanged')]);
    },
  });
  // Asked in the click itself: a mutation starts a moment later, when Firefox no longer takes it for the person's wish.
  return { allow: () => allowing.mutate(gateway.allowHost()), error: allowing.error, isPending: allowing.isPending };
}

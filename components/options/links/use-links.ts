import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ContactLink } from '@/lib/contact/types.ts';
import { useOptionsGateway } from '../gateway.tsx';

export const linksKey = ['links'] as const;

/** What is remembered of which record is whom, and forgetting it. */
export function useLinks() {
  const { links } = useOptionsGateway();
  const queryClient = useQueryClient();
  const read = useQuery({ queryKey: linksKey, queryFn: () => links.list() });
  const onSettled = () => queryClient.invalidateQueries({ queryKey: linksKey });
  const one = useMutation({ mutationFn: (link: ContactLink) => links.remove(link), onSettled });
  const ofSite = useMutation({ mutationFn: (crm: string) => links.removeSite(crm), onSettled });
  return {
    links: read.data,
    error: read.error ?? one.error ?? ofSite.error,
    readAgain: () => void read.refetch(),
    forget: one.mutate,
    forgetSite: ofSite.mutate,
  };
}

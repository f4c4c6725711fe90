import type { ReactNode } from 'react';
import { StillFor } from '@/components/drafts/StillFor.tsx';
import { MyTasks } from '@/components/tasks/MyTasks.tsx';

/** A page without a contact: why, and the reader's own tasks. */
export function NoContact({ notice }: { readonly notice?: ReactNode }) {
  return (
    <>
      {notice}
      <StillFor contactId={undefined} recordId={undefined} />
      <MyTasks />
    </>
  );
}

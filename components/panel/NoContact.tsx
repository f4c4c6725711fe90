import type { ReactNode } from 'react';
import { StillFor } from '@/components/drafts/StillFor.tsx';
import { usePanelViews } from '@/components/shell/PanelViews.tsx';
import { MyTasks } from '@/components/tasks/MyTasks.tsx';

/** A page without a contact: why, and the reader's own tasks. */
export function NoContact({ notice }: { readonly notice?: ReactNode }) {
  const { view, opened } = usePanelViews();
  // Never twice: under their own tab, and behind somebody who was opened by hand, they are out of sight here.
  const isSeen = view !== 'mine' && opened === null;
  return (
    <>
      {notice}
      <StillFor contactId={undefined} recordId={undefined} />
      {isSeen && <MyTasks />}
    </>
  );
}

import { useKeyAction } from '@/components/keyboard/KeyActions.tsx';

/** Offers to complete or reopen, by key, the task of the row that has or holds the focus: as a click on its box does. */
export function useCompleteByKey(): void {
  useKeyAction('complete', () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-task-id]');
    row?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
  });
}

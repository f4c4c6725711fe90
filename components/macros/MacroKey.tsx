import { useKeyAction } from '@/components/keyboard/KeyActions.tsx';

/** Lets a digit run a macro while its bar is on screen. */
export function MacroKey({ digit, onRun }: { readonly digit: string; readonly onRun: () => void }) {
  useKeyAction(`macro:${Number(digit)}`, onRun);
  return null;
}

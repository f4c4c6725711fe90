import { useMemo, useSyncExternalStore } from 'react';
import type { Setting } from '@/lib/storage/items.ts';

interface SettingState<T> {
  /** `undefined` until it is read. */
  readonly value: T | undefined;
  /** The last change could not be stored; `value` is what is stored. */
  readonly failed: boolean;
}

/** A stored setting, followed; `save` resolves to whether it is stored. */
export function useSetting<T>(setting: Setting<T>): SettingState<T> & { readonly save: (value: T) => Promise<boolean> } {
  const store = useMemo(() => createSettingStore(setting), [setting]);
  return { ...useSyncExternalStore(store.subscribe, store.snapshot), save: store.save };
}

function createSettingStore<T>(setting: Setting<T>) {
  const listeners = new Set<() => void>();
  let state: SettingState<T> = { value: undefined, failed: false };
  const show = (next: SettingState<T>) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const read = () =>
    setting.get().then(
      (value) => show({ ...state, value }),
      () => show({ ...state, failed: true }),
    );

  return {
    snapshot: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      const unwatch = setting.watch((value) => show({ ...state, value }));
      void read();
      return () => {
        listeners.delete(listener);
        unwatch();
      };
    },
    /** Shown at once, and taken back when it cannot be stored. */
    async save(value: T): Promise<boolean> {
      const before = state;
      show({ value, failed: false });
      return setting.set(value).then(
        () => true,
        () => {
          show({ ...before, failed: true });
          return false;
        },
      );
    },
  };
}

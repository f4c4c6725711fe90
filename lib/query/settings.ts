import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { Gateway } from './gateway.ts';
import { useServices } from './services.tsx';

type Settings = Gateway['settings'];
/** Settings that the panel follows while it is open. */
type FollowedName = { [N in keyof Settings]: Settings[N] extends { watch: unknown } ? N : never }[keyof Settings];
type ValueOf<N extends keyof Settings> = Awaited<ReturnType<Settings[N]['get']>>;

export function settingKey(name: keyof Settings) {
  return ['setting', name] as const;
}

/** A stored setting as it is now; `undefined` until it is read. Changes in the options show at once. */
export function useSettingValue<N extends FollowedName>(name: N): ValueOf<N> | undefined {
  const { settings } = useServices().gateway;
  // Each setting's own type is what its `get` answers; a generic name hides that.
  const get = () => settings[name].get() as Promise<ValueOf<N>>;
  return useQuery({ queryKey: settingKey(name), queryFn: get, staleTime: Number.POSITIVE_INFINITY }).data;
}

/** Lets changed settings be read again, until `signal` aborts. */
export function followSettings(settings: Settings, queryClient: QueryClient, signal: AbortSignal): void {
  for (const [name, setting] of Object.entries(settings)) {
    if (!('watch' in setting)) continue;
    const again = () => void queryClient.invalidateQueries({ queryKey: ['setting', name] });
    signal.addEventListener('abort', setting.watch(again), { once: true });
  }
}

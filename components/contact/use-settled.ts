import { useEffect, useState } from 'react';

/** A value as it was when it last stood still for a while: for asking while somebody types. */
export function useSettled<T>(value: T, quietMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(value), quietMs);
    return () => clearTimeout(waiting);
  }, [value, quietMs]);
  return settled;
}

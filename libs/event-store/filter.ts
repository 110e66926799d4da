import type { Filter } from './port.ts';

/** Does an event pass? The same answer that the stores' own filters give. */
export function passes(filter: Filter | undefined, event: { stream: string; type: string }): boolean {
  const { streamPrefixes, types } = filter ?? {};
  return (
    (streamPrefixes === undefined || streamPrefixes.some((prefix) => event.stream.startsWith(prefix))) &&
    (types === undefined || types.includes(event.type))
  );
}

/** The maximum number of warnings of one reading. */
export const maxWarnings = 100;

/** Collects what is read otherwise than a file says. */
export function createWarnings() {
  const warnings = new Set<string>();
  /** The number of events by unknown zone, and the zone that they are read in. */
  const zones = new Map<string, { readIn: string; lines: Set<number> }>();

  return {
    add(message: string): void {
      warnings.add(message);
    },
    /**
     * Notes a time zone that is neither known nor defined.
     * @param line the first line of an event in it. Null for the zone of the calendar itself
     */
    noteZone(tzid: string, readIn: string, line: number | null): void {
      const zone = zones.get(tzid) ?? { readIn, lines: new Set() };
      if (line !== null) zone.lines.add(line);
      zones.set(tzid, zone);
    },
    /** The warnings, as sentences. */
    all(): string[] {
      const ofZones = [...zones].map(([tzid, { readIn, lines }]) => {
        const count = lines.size === 0 ? 'times without a zone' : lines.size === 1 ? '1 event' : `${lines.size} events`;
        const where =
          lines.size === 0
            ? ''
            : ` (line ${Iterator.from(lines).reduce((a, b) => Math.min(a, b))}${lines.size > 1 ? ' and following' : ''})`;
        return `The time zone "${tzid.slice(0, 100)}" is neither known nor defined in the file: ${count}${where} read in ${readIn}.`;
      });
      return [...ofZones, ...warnings].slice(0, maxWarnings);
    },
  };
}

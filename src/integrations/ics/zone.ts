import type { Temporal } from 'temporal-polyfill';

/** The years that the definition of a zone is needed for. */
export interface Years {
  from: number;
  to: number;
}

/** A time zone. Instants are in milliseconds since 1970. */
export interface Zone {
  /** The IANA name. */
  name: string;
  /**
   * The instant of a local time. The first one if clocks show the time twice. If clocks skip the time, the offset before the
   * change applies.
   */
  at(wall: Temporal.PlainDateTime): number;
  /** The local time of an instant. */
  wallAt(instant: number): Temporal.PlainDateTime;
  /** The IANA zone to expand recurrence rules in: the zone itself, or UTC in place of a zone that has no IANA name. */
  ruleZone: string;
  /** The instant of an occurrence that was computed in `ruleZone`. */
  fromRuleZone(zoned: Temporal.ZonedDateTime): number;
}

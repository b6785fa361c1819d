import type { Temporal } from 'temporal-polyfill';

/** How the clocks of one place are read. Instants are in milliseconds since 1970. */
export interface Zone {
  /** An IANA name. */
  name: string;
  /** When the clocks show this: the first time if twice, and as if they had not changed if never. */
  at(wall: Temporal.PlainDateTime): number;
  wallAt(instant: number): Temporal.PlainDateTime;
  /** In which IANA zone its rules are worked out: its own, or UTC standing for the clocks of a zone that has no name. */
  ruleZone: string;
  /** The instant meant by one that was worked out in `ruleZone`. */
  fromRuleZone(zoned: Temporal.ZonedDateTime): number;
}

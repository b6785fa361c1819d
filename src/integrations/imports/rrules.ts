import { parseDateRule } from '../ics/date-rule.ts';

/**
 * The rule of RFC 5545 that a text is, without the name before it. Null if it has anything else, such as the keys that programs add for
 * themselves: a rule is read as a whole, or not at all.
 */
export function ruleOf(text: string): string | null {
  const rule = text
    .trim()
    .replace(/^RRULE:/i, '')
    .replace(/;$/, '');
  const known = /^(?:FREQ|INTERVAL|COUNT|UNTIL|BY[A-Z]+|WKST)=[^;=]+$/i;
  if (!rule.split(';').every((part) => known.test(part))) return null;
  try {
    parseDateRule(rule, (local) => local.toPlainDate().toString());
    return rule;
  } catch {
    return null;
  }
}

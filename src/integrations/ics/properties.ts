import type ICAL from 'ical.js';

/** The values of a property as jCal (RFC 7265) writes them: dates as `2026-03-01`, texts unescaped. */
export function valuesOf(property: ICAL.Property): unknown[] {
  return property.jCal.slice(3);
}

/** The one value of a property that has no list; empty when it is no text and no number. */
export function firstOf(property: ICAL.Property): string {
  const [value] = valuesOf(property);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A property's text; empty when the component has none of that name. */
export function textOf(component: ICAL.Component, name: string): string {
  const property = component.getFirstProperty(name);
  return property ? firstOf(property) : '';
}

/** A parameter's text; empty when the property has none of that name. */
export function parameterOf(property: ICAL.Property, name: string): string {
  return property.getFirstParameter(name) ?? '';
}

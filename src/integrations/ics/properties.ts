import type ICAL from 'ical.js';

/** The values of a property as in jCal (RFC 7265): dates as `2026-03-01`, texts unescaped. */
export function valuesOf(property: ICAL.Property): unknown[] {
  return property.jCal.slice(3);
}

/** The first value of a property, as text. Empty if it is neither a text nor a number. */
export function firstOf(property: ICAL.Property): string {
  const [value] = valuesOf(property);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The text of a component's property. Empty if there is no such property. */
export function textOf(component: ICAL.Component, name: string): string {
  const property = component.getFirstProperty(name);
  return property ? firstOf(property) : '';
}

/** The text of a property's parameter. Empty if there is no such parameter. */
export function parameterOf(property: ICAL.Property, name: string): string {
  return property.getFirstParameter(name) ?? '';
}

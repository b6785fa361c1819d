/** The logo, as SVG. */
export const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="30" height="30" aria-hidden="true"><rect width="32" ' +
  'height="32" rx="7" fill="#0f766e"/><path d="M6.5 10.5 11 22l5-9.5L21 22l4.5-11.5" fill="none" stroke="#fff" ' +
  'stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>';

/** The logo as the address of an icon. */
export const icon = `data:image/svg+xml;base64,${Buffer.from(logo).toString('base64')}`;

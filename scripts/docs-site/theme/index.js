/*
 * The theme of VitePress. Its box for searching calls itself a button, and each link in it an option, which axe-core refuses as
 * screen readers then find no link: here it is a dialog with a list of links.
 */
import Theme from 'vitepress/theme';
import './style.css';

/** Sets the attributes of elements, or removes those that are null. Touches none that is right, which would be a change again. */
function change(selector, attributes) {
  for (const element of document.querySelectorAll(selector))
    for (const [name, value] of Object.entries(attributes))
      if (value === null) element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function mend() {
  change('.VPLocalSearchBox[role]', {
    role: 'dialog',
    'aria-modal': 'true',
    'aria-label': 'Search',
    'aria-labelledby': null,
    'aria-expanded': null,
    'aria-haspopup': null,
    'aria-owns': null,
  });
  change('.VPLocalSearchBox input', { 'aria-activedescendant': null, 'aria-controls': null });
  change('.VPLocalSearchBox [role=listbox]', { role: null, 'aria-labelledby': null });
  change('.VPLocalSearchBox li:is([role], [aria-selected])', { role: null, 'aria-selected': null });
  change('.VPLocalSearchBox a[aria-label]', { 'aria-label': null });
  change('.VPLocalSearchBox kbd[aria-label]', { role: 'img' });
}

export default {
  extends: Theme,
  enhanceApp() {
    if (import.meta.env.SSR) return;
    const attributeFilter = ['aria-selected', 'aria-activedescendant'];
    const options = { childList: true, subtree: true, attributes: true, attributeFilter };
    new MutationObserver(mend).observe(document, options);
  },
};

/**
 * Keeps the focus near where it was when what has it goes: a form that was sent, a card that was moved elsewhere. It goes to the heading
 * of that section, or of the page, in place of the body, from where keys and screen readers would start at the top.
 */
export function keepFocus(root: HTMLElement): void {
  let last: { readonly element: Element; readonly section: Element | null } | null = null;

  function focusHeading(): void {
    if (last === null || last.element.isConnected) return;
    // Something else has it, or will have it.
    if (document.activeElement !== document.body) return;
    const near = last.section?.isConnected ? last.section : root;
    const heading = near.querySelector<HTMLElement>('h1, h2, summary');
    if (!heading) return;
    if (heading.tagName !== 'SUMMARY') heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  root.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) last = { element: target, section: target.closest('section, details') };
  });
  new MutationObserver(focusHeading).observe(root, { childList: true, subtree: true });
}

import { ApiError } from './client.ts';
import { energy } from './energy.ts';
import { element, type Section, showFigures } from './figure.ts';
import { goals } from './goals.ts';
import { jobs } from './jobs.ts';
import { readiness } from './readiness.ts';
import { reviews } from './reviews.ts';
import { skills } from './skills.ts';

/* The program of the page /insights. Each section asks for its own data, so that one that fails leaves the others. */

const sections: readonly Section[] = [readiness, skills, energy, goals, reviews, jobs];

const messageOf = (error: unknown) =>
  error instanceof ApiError && error.code === 'UNAUTHENTICATED'
    ? 'You are no longer signed in. Go to your account, and sign in again.'
    : `This could not be loaded: ${error instanceof Error ? error.message : String(error)}`;

/** Fills a section. Returns what draws its charts anew. */
async function fill(place: HTMLElement, section: Section): Promise<() => void> {
  try {
    const figures = await section.load();
    place.querySelector('.waiting')?.remove();
    if (figures.length > 0) return showFigures(place, section, figures);
    place.append(element('p', { class: 'muted' }, section.empty));
  } catch (error) {
    place.querySelector('.waiting')?.remove();
    place.append(element('p', { role: 'alert' }, messageOf(error)));
  } finally {
    place.removeAttribute('aria-busy');
  }
  return () => {};
}

async function show(page: HTMLElement): Promise<void> {
  const filled = sections.map((section, index) => {
    const heading = element('h2', { id: `section-${index}` }, section.title);
    const waiting = element('p', { class: 'muted waiting' }, 'Loading …');
    const place = element('section', { 'aria-labelledby': `section-${index}`, 'aria-busy': 'true' }, heading, waiting);
    page.append(place);
    return fill(place, section);
  });
  const drawings = await Promise.all(filled);
  const draw = () => {
    for (const each of drawings) each();
  };
  draw();
  let width = page.clientWidth;
  new ResizeObserver(() => {
    if (page.clientWidth === width) return;
    width = page.clientWidth;
    draw();
  }).observe(page);
}

/** On paper, nothing can be unfolded. */
function unfoldForPrint(page: HTMLElement): void {
  let folded: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    folded = [...page.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of folded) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of folded) details.open = false;
  });
}

const page = document.querySelector<HTMLElement>('#insights');
if (page) {
  unfoldForPrint(page);
  void show(page);
}

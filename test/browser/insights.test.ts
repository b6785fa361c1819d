import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bundlePages } from '../../scripts/pages-bundle.ts';
import { createListeningApp, type ListeningApp } from '../clients/listening.ts';
import { cookieOf, openLink, ownersLink } from '../support/browser.ts';
import { createSkills } from '../support/skills.ts';
import { barriersOf, isTooWide, observe, useBrowser } from './browser.ts';

const openBrowser = useBrowser();

const titles = ['Readiness for roles', 'Skills matrix', 'Energy', 'Goals', 'Reviews to come', 'Job applications'];

/** Waits until each section of the page has what it asked for. */
async function loaded(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Job applications' }).waitFor();
  await expect.poll(() => page.locator('[aria-busy]').count()).toBe(0);
}

/** A little of everything that the page shows. */
async function addSome(app: ListeningApp): Promise<void> {
  const cookie = cookieOf(await openLink(app, await ownersLink(app)));
  const owner = app.as({ cookie, 'x-waymark-csrf': '1' });
  const create = async (name: string, input: object): Promise<string> => {
    const { id, ...refused } = await owner.mutate(`create${name}`, input);
    if (id === undefined) throw new Error(JSON.stringify(refused));
    return id;
  };
  const [skillId] = await createSkills(owner, 'Writing');
  await create('Assessment', { skillId, level: 2, source: 'SELF', assessedOn: '-P1D' });
  const needs = { kind: 'SKILL', title: 'Writes well', skillId, level: 4, weight: 1 };
  await create('RoleProfile', { title: 'Editor', company: 'Larkspur', requirements: [needs] });
  // Six Mondays at nine, one of the hours that have enough ratings.
  for (let week = 1; week <= 6; week += 1) await create('EnergyEntry', { energy: 4, at: `-P${7 * week}D` });
  const talks = {
    kind: 'OBJECTIVE',
    title: 'Ten talks',
    startsOn: '-P60D',
    dueOn: 'P30D',
    metric: { start: 0, target: 10 },
  };
  const goalId = await create('Goal', talks);
  for (const [value, day] of [
    [1, 50],
    [2, 40],
    [4, 20],
    [5, 2],
  ])
    await create('GoalCheckIn', { goalId, value, health: 'ON_TRACK', checkedOn: `-P${day}D` });
  const learningId = await create('Learning', { title: 'Tides' });
  await create('Prompt', { learningId, question: 'Why two a day?', answer: 'The moon, and inertia.' });
  await create('JobApplication', { company: 'Larkspur', title: 'Editor', stage: 'SCREENING' });
}

test('the insights are pictures with the same numbers as tables, and say what to do where there is nothing to see', async (context) => {
  const browser = await openBrowser(context);
  await bundlePages();
  const app = await createListeningApp({ NODE_ENV: 'production' });
  const observed = observe(browser);
  const page = await browser.newPage();
  expect((await page.goto(`${app.origin}/insights`))?.status()).toBe(401);
  await page.getByRole('status').getByText('Sign in, and open the page again.').waitFor();
  await page.goto(`${app.origin}/sign-in?token=${await ownersLink(app)}`);
  await page.getByRole('link', { name: 'Insights' }).click();
  await loaded(page);
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(titles);
  for (const mutation of ['RoleProfile', 'Skill', 'EnergyEntry', 'Goal', 'Prompt', 'JobApplication'])
    await page.getByText(`create${mutation}`, { exact: false }).first().waitFor();
  expect(await barriersOf(page)).toEqual([]);

  await addSome(app);
  await page.reload();
  await loaded(page);
  expect(await page.getByRole('img').count()).toBe(8);
  for (const text of ['Level 4 is required. The skill is at level 2.', 'Score: 50 of 100.', 'Forecast: ', '1 new'])
    await page.getByText(text).first().waitFor();
  expect(await barriersOf(page)).toEqual([]);
  const charts = () => page.locator('.chart svg').evaluateAll((all) => all.map((svg) => svg.clientWidth));
  const wide = await charts();
  expect(await isTooWide(page)).toBe(false);
  await page.setViewportSize({ width: 390, height: 800 });
  await expect.poll(charts).not.toEqual(wide);
  expect(await barriersOf(page)).toEqual([]);

  // On paper, the tables are unfolded.
  const open = () => page.locator('details[open]').count();
  expect(await open()).toBe(0);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await open()).toBe(8);
  const table = page.getByRole('table', { name: 'Energy: By hour and day of the week' });
  expect((await table.getByRole('row').allInnerTexts()).at(-1)?.split(/\s+/)).toEqual(['Monday', '09:00', '4', '6']);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await open()).toBe(0);

  // The API alone is asked, one section at a time, and nothing from elsewhere is loaded.
  const asked = observed.requests.filter(({ method }) => method === 'POST').map(({ url }) => new URL(url).pathname);
  expect(asked).toEqual(Array.from({ length: 2 * titles.length }, () => '/graphql'));
  expect(observed.requests.filter(({ url }) => !/^(data:|http:\/\/127\.0\.0\.1:)/.test(url))).toEqual([]);
  expect(observed.complaints.filter((text) => !text.includes('401'))).toEqual([]);
});

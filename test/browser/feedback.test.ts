import { expect, test } from 'vitest';
import { createListeningApp } from '../clients/listening.ts';
import { barriersOf, isTooWide, observe, useBrowser } from './browser.ts';

const openBrowser = useBrowser();

test('a request for feedback is answered by the keyboard and without scripts, on a phone as on a screen', async (context) => {
  const browser = await openBrowser(context);
  const app = await createListeningApp({ NODE_ENV: 'production' });
  const ada = await app.person();
  const { id: personId } = await ada.mutate('createPerson', { name: 'Grace' });
  const asked = { personId, questions: ['What went well?', 'What should change?'], message: 'Thank you.\nIt helps.' };
  const { url } = await ada.mutate('createFeedbackRequest', asked, 'url feedbackRequest { id }');
  const observed = observe(browser);
  const page = await browser.newPage();
  await page.goto(`${app.origin}${new URL(url).pathname}`);
  expect(await barriersOf(page)).toEqual([]);
  expect(await isTooWide(page)).toBe(false);
  await page.getByLabel('What went well?').focus();
  await page.keyboard.type('The talk.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Mostly praise');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await barriersOf(page)).toEqual([]);
  const { feedbackEntries } = await ada.query('{ feedbackEntries { nodes { kind body person { name } } } }');
  expect(feedbackEntries.nodes).toEqual([
    { kind: 'PRAISE', body: expect.stringContaining('The talk.'), person: { name: 'Grace' } },
  ]);
  // The link is used up.
  await page.goto(`${app.origin}${new URL(url).pathname}`);
  await page.getByRole('heading', { name: 'Not found' }).waitFor();
  expect(await barriersOf(page)).toEqual([]);
  expect(observed.requests.filter(({ url: address }) => address.includes('.js'))).toEqual([]);
  expect(observed.complaints.filter((text) => !text.includes('404'))).toEqual([]);
});

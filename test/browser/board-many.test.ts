import { expect, test } from 'vitest';
import { boards, rename, signIn, titlesIn, useBoard } from './board.ts';
import { isTooWide } from './browser.ts';

const board = useBoard();

for (const [client, path] of Object.entries(boards)) {
  test(`the board by ${client} keeps more tasks than a page of the API while they come again, and the focus with them`, async (context) => {
    const { app, ada, open } = await board.open(context, path);
    const operations = Array.from({ length: 125 }, (_, index) => ({ createTask: { title: `Task ${index + 1}` } }));
    await ada.query('mutation ($input: BatchInput!) { batch(input: $input) { __typename } }', {
      input: { operations },
    });
    const tab = await open();
    await signIn(tab, ada);
    const shown = () => titlesIn(tab, 'To do').then(({ length }) => length);
    for (const count of [20, 40, 60, 80, 100, 120]) {
      await expect.poll(shown).toBe(count);
      await tab.getByRole('button', { name: 'Load more: To do' }).click();
    }
    await expect.poll(shown).toBe(125);

    const far = tab.getByRole('region', { name: 'To do' }).locator('li').nth(110);
    await far.getByRole('button', { name: /^Edit/ }).focus();
    await tab.evaluate(() => {
      const column = document.querySelector('section ul');
      const note = () => {
        if (column && column.children.length < 125) document.body.dataset.shrunk = 'yes';
      };
      new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
    });
    app.clock.advance(1000);
    await ada.mutate('createTask', { title: 'From the phone' });
    await expect.poll(() => titlesIn(tab, 'To do').then(([first]) => first)).toBe('From the phone');
    expect(await tab.evaluate(() => document.body.dataset.shrunk)).toBeUndefined();
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Edit Task/);
  });

  test(`a title without spaces fits a phone everywhere at the board by ${client}`, async (context) => {
    const { ada, open, browser, app } = await board.open(context, path);
    const long = 'W'.repeat(300);
    const { id } = await ada.mutate('createTask', { title: long });
    const tab = await open();
    await tab.setViewportSize({ width: 390, height: 800 });
    await signIn(tab, ada);
    await tab.getByRole('button', { name: `Edit ${long}` }).click();
    const dialog = tab.getByRole('dialog');
    expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await tab.keyboard.press('Escape');
    await browser.setOffline(true);
    app.cut();
    await rename(tab, long, 'Short');
    await ada.mutate('updateTask', { id, title: 'V'.repeat(300) });
    await browser.setOffline(false);
    await tab.getByRole('region', { name: 'Not saved' }).getByText('Now: “VVV').waitFor();
    expect(await isTooWide(tab)).toBe(false);
  });
}

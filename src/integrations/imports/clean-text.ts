/* Texts without what none is kept with. */

/** Breaks of lines in other forms than LF, such as the one within a paragraph of Outlook. */
const breaks = /\r\n?|[\v\f\u0085]/g;
/** Control characters, which no text has. */
const controls = /[^\P{Cc}\t\n]/gu;

const withLineFeeds = (text: string): string => text.replaceAll(breaks, '\n');

/** A text of any number of lines, without control characters. */
export const cleanText = (text: string): string => withLineFeeds(text.toWellFormed()).replaceAll(controls, '').trim();

/** Whether a text has control characters, which it is not kept with. */
export const hasControls = (text: string): boolean => withLineFeeds(text).search(controls) >= 0;

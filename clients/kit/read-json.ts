/**
 * The JSON of a response. Null if it has something else, such as a page from something on the way.
 * @throws what `fetch` throws if the body breaks off, or does not come in time
 */
export async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

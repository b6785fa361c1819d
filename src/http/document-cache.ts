/** How many characters the documents of a cache may have together. A parsed document takes about a hundred times the space. */
const maxCharacters = 500_000;

/** The parsed documents that were used last, by their text. Their size in memory is bounded, whatever clients send. */
export function createDocumentCache<T>() {
  const documents = new Map<string, T>();
  let characters = 0;
  function remove(text: string): void {
    if (documents.delete(text)) characters -= text.length;
  }
  return {
    get(text: string): T | undefined {
      const document = documents.get(text);
      if (document === undefined) return undefined;
      // A map iterates in the order in which its entries were set.
      documents.delete(text);
      documents.set(text, document);
      return document;
    },
    set(text: string, document: T): void {
      remove(text);
      documents.set(text, document);
      characters += text.length;
      for (const oldest of documents.keys()) {
        if (characters <= maxCharacters) return;
        remove(oldest);
      }
    },
  };
}

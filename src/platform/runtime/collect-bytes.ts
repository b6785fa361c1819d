/**
 * Collects the bytes of a body that somebody else sends, which may have no end.
 * @param tooMany makes the error that is thrown as soon as there are more than `maxBytes`
 */
export async function collectBytes(
  body: AsyncIterable<Uint8Array> | null,
  maxBytes: number,
  tooMany: () => Error,
): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) throw tooMany();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

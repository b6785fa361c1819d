/** The first numbers and texts of a message of Protocol Buffers, by the numbers of their fields. */
export function fieldsOfMessage(value: unknown): Map<number, number | string> {
  const bytes = value instanceof Uint8Array ? value : new Uint8Array();
  const found = new Map<number, number | string>();
  let at = 0;
  const varint = () => {
    let result = 0;
    for (let factor = 1; at < bytes.length; factor *= 128) {
      const byte = bytes[at++] ?? 0;
      result += (byte & 127) * factor;
      if (byte < 128) break;
    }
    return result;
  };
  while (at < bytes.length) {
    const tag = varint();
    const [field, form] = [Math.floor(tag / 8), tag % 8];
    if (form === 0) found.set(field, varint());
    else if (form === 2) {
      const length = varint();
      found.set(field, new TextDecoder().decode(bytes.subarray(at, at + length)));
      at += length;
    } else if (form === 1) at += 8;
    else if (form === 5) at += 4;
    else break;
  }
  return found;
}

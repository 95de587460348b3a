/** Text made small for an address: deflate, then base64 with the characters of addresses. */
import { must } from '../../model/must.ts';
export async function pack(text: string): Promise<string> {
  const bytes = await readAll(
    new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')),
    Number.POSITIVE_INFINITY,
  );
  let binary = '';
  for (const byte of bytes) binary += String.fromCodePoint(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * Throws when it is damaged or when more than `most` bytes come out: reading stops there, so nothing large is ever
 * held.
 */
export async function unpack(packed: string, most: number): Promise<string> {
  const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    must(letter.codePointAt(0), 'a letter'),
  );
  const whole = await readAll(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')), most);
  return new TextDecoder('utf-8', { fatal: true }).decode(whole);
}

async function readAll(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError('more than was allowed came out');
    }
    chunks.push(part.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

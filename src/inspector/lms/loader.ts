import { must } from '../../model/must.ts';

/**
 * The player lies in the page compressed: as it is it would be three times as large. It is run as a script of the page,
 * which the page's policy knows by its hash; nothing else can be put in its place.
 */
async function unpacked(): Promise<string> {
  const packed = must(document.getElementById('player')?.textContent, 'the player');
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}

async function run(): Promise<void> {
  const script = document.createElement('script');
  try {
    script.textContent = await unpacked();
  } catch {
    document.body.textContent = 'This lesson needs a browser of 2023 or later: Chrome, Edge, Firefox or Safari.';
    return;
  }
  document.body.append(script);
}

void run();

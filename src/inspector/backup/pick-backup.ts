import { takeFiles, takeListed, takePicked } from './take-backup.ts';

/** The browser, or the person, did not give what was asked for; the message says what to do instead. */
export class PickRefused extends Error {
  override readonly name = 'PickRefused';
}

type Picker = (options: { readonly id: string }) => Promise<FileSystemDirectoryHandle>;

/** Only some browsers have it. */
const picker = (): Picker | undefined => (globalThis as { readonly showDirectoryPicker?: Picker }).showDirectoryPicker;
export const canAskForFolder = (): boolean => picker() !== undefined;

/** `false`: there is no backup in it. Rejects with a PickRefused where no folder was given. */
export async function askForFolder(): Promise<boolean> {
  const pick = picker();
  if (!pick) throw new PickRefused('This browser has no window for it. Drop the folder instead.');
  let handle: FileSystemDirectoryHandle;
  try {
    handle = await pick({ id: 'backup' });
  } catch (error) {
    if (error instanceof DOMException && ['AbortError', 'SecurityError', 'NotAllowedError'].includes(error.name))
      throw new PickRefused(
        'No folder was given. Where the browser says that it holds system files, drop the folder here instead, or ' +
          'choose its files.',
      );
    throw error;
  }
  return takePicked(handle);
}

/** Single files, or all of a folder. `false`: there is no backup among them. */
export function askForFiles(isFolder: boolean): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.webkitdirectory = isFolder;
    input.addEventListener('change', () => {
      const files = input.files ? [...input.files] : [];
      (isFolder ? takeListed(files) : takeFiles(files)).then(resolve, reject);
    });
    input.addEventListener('cancel', () => reject(new PickRefused('Nothing was chosen.')));
    input.click();
  });
}

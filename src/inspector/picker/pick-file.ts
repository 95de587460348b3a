import { MAX_FILE_LENGTH } from '../../scenario/read-yaml.ts';
import type { Session } from '../state/session.ts';

/** Reads a file that the person gave. `false`: it could not be opened, and the page says why. */
export async function openFile(session: Session, file: File): Promise<boolean> {
  if (file.size > MAX_FILE_LENGTH * 4) {
    session.showTrouble({
      title: `${file.name} could not be opened`,
      says: `It has ${file.size} bytes; a scenario has at most ${MAX_FILE_LENGTH} characters.`,
      problems: [],
    });
    return false;
  }
  return session.openText(file.name, await file.text());
}

/** Asks for a file. */
export function pickFile(session: Session): Promise<boolean> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.yaml,.yml,application/yaml,text/yaml';
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      resolve(file ? openFile(session, file) : false);
    });
    input.addEventListener('cancel', () => resolve(false));
    input.click();
  });
}

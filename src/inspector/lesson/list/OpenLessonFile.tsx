import { useRef, useState } from 'react';
import { InputError } from '../../../model/problem.ts';
import { messageOf } from '../../export/message-of.ts';
import { Icon } from '../../parts/Icon.tsx';
import { takeInLesson } from '../own-lesson.ts';

/** A lesson that somebody has written: it is checked, and stands in the list until the page is left. */
export function OpenLessonFile({ onOpened }: { readonly onOpened: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<readonly string[]>([]);
  const open = async (file: File) => {
    try {
      const { readLessonFile } = await import('../read-lesson-file.ts');
      takeInLesson(await readLessonFile(file));
      setTrouble([]);
      onOpened();
    } catch (error) {
      setTrouble(
        error instanceof InputError
          ? error.problems.map(({ line, message, advice }) =>
              [line === undefined ? '' : `Line ${line}:`, message, advice].filter(Boolean).join(' '),
            )
          : [messageOf(error)],
      );
    }
  };
  return (
    <section className="open-lesson">
      <button type="button" className="button" onClick={() => input.current?.click()}>
        <Icon name="file" /> Open a lesson file
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".yaml,.yml"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ? [...currentTarget.files] : [];
          if (file) void open(file);
          currentTarget.value = '';
        }}
      />
      {trouble.length > 0 && (
        <div role="alert" className="trouble">
          <b>This lesson cannot be given.</b>
          <ul>
            {trouble.map((says) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

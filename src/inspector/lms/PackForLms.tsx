import { type FormEvent, useState } from 'react';
import { PACKAGE_KINDS, type PackageWord } from '../../teach/pack/packages.ts';
import { LEARNER_CODE } from '../../teach/variant.ts';
import { useSaving } from '../export/use-saving.ts';
import type { ListedLesson } from '../lesson/lessons-beside.ts';
import { Icon } from '../parts/Icon.tsx';

/** On paper the page prints itself. */
const KINDS = (Object.keys(PACKAGE_KINDS) as PackageWord[]).filter((kind) => kind !== 'sheet');

/** One file of a lesson, for a learning management system or to be opened from disk. */
export function PackForLms({ lessons }: { readonly lessons: readonly ListedLesson[] }) {
  const [chosen, setChosen] = useState('');
  const [kind, setKind] = useState<PackageWord>('scorm12');
  const [typed, setTyped] = useState('');
  const { notSaved, saving } = useSaving();
  const id = lessons.some((lesson) => lesson.id === chosen) ? chosen : lessons[0]?.id;
  const codes = [...new Set(typed.split(/[\s,;]+/).filter((one) => one !== ''))];
  const isFine = codes.every((one) => LEARNER_CODE.test(one));
  if (id === undefined) return null;
  const save = saving(async () => {
    const { packInPage } = await import('./pack-in-page.ts');
    await packInPage(id, kind, codes);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isFine) save();
  };
  return (
    <form className="print-for-class" onSubmit={submit}>
      <label>
        Lesson
        <select className="select" value={id} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          {lessons.map((lesson) => (
            <option key={lesson.id} value={lesson.id}>
              {lesson.title}
            </option>
          ))}
        </select>
      </label>
      <label>
        For
        <select
          className="select"
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as PackageWord)}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {PACKAGE_KINDS[one].title}
            </option>
          ))}
        </select>
      </label>
      <label>
        Codes; none gives everybody a case of their own
        <input
          value={typed}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={!isFine}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <button type="submit" className="button" aria-disabled={!isFine}>
        <Icon name="save" /> Pack this lesson
      </button>
      {notSaved !== null && <p role="alert">{notSaved}</p>}
    </form>
  );
}

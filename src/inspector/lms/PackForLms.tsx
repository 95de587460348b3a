import { type FormEvent, useState } from 'react';
import { PACKAGE_KINDS, type PackageWord } from '../../teach/pack/package-kinds.ts';
import { codesIn, LEARNER_CODE } from '../../teach/variant.ts';
import { useSaving } from '../export/use-saving.ts';
import type { ListedLesson } from '../lesson/lessons-beside.ts';
import { Icon } from '../parts/Icon.tsx';
import { CodesField, LessonField } from '../lesson/list/ClassFields.tsx';

/** On paper the page prints itself. */
const KINDS = (Object.keys(PACKAGE_KINDS) as PackageWord[]).filter((kind) => kind !== 'sheet');

/** One file of a lesson, for a learning management system or to be opened from disk. */
export function PackForLms({ lessons }: { readonly lessons: readonly ListedLesson[] }) {
  const [chosen, setChosen] = useState('');
  const [kind, setKind] = useState<PackageWord>('scorm12');
  const [typed, setTyped] = useState('');
  const { notSaved, saving } = useSaving();
  const id = lessons.some((lesson) => lesson.id === chosen) ? chosen : lessons[0]?.id;
  const codes = codesIn(typed);
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
      <LessonField lessons={lessons} chosen={id} onChoose={setChosen} />
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
      <CodesField
        label="Codes; none gives everybody a case of their own"
        typed={typed}
        isFine={isFine}
        onType={setTyped}
      />
      <button type="submit" className="button" aria-disabled={!isFine}>
        <Icon name="save" /> Pack this lesson
      </button>
      {notSaved !== null && <p role="alert">{notSaved}</p>}
    </form>
  );
}

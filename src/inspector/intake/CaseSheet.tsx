import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Draft, draftOf } from '../../intake/draft.ts';
import { CARD_ORDER, type CardId } from '../../intake/question.ts';
import { VoiceHere } from '../parts/voice.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Session } from '../state/session.ts';
import { AnswerPanel } from './AnswerPanel.tsx';
import { AnswerBar } from './AnswerBar.tsx';
import { CaseCard } from './CaseCard.tsx';
import { CaseDesk } from './case-desk.ts';
import { FileEditor } from './FileEditor.tsx';
import { fileOfCase } from './file-of-case.ts';
import { Leaving } from './Leaving.tsx';
import { MoreParts } from './MoreParts.tsx';
import { myCases } from './my-cases.ts';
import { NewCaseBar } from './NewCaseBar.tsx';
import { SaidAloud } from './SaidAloud.tsx';
import type { StartOfCase } from './start-of-case.ts';
import { useDraftKept } from './use-draft-kept.ts';
import './intake.css';
import './more-parts.css';
import './case-answer.css';
import './case-file.css';
import './intake-narrow.css';
import { useDesk } from './use-desk.ts';
import { voiceOfDraft } from './voice-of-draft.ts';

interface CaseSheetProps {
  readonly session: Session;
  readonly start: StartOfCase;
  readonly onClose: () => void;
}

/** Where the focus is to go: to a question, or to the first one of a card. */
interface Place {
  readonly card: CardId | null;
  readonly question: string | null;
}

/** A case as answers to questions: six cards at the left, what follows from them at the right. */
export function CaseSheet({ session, start, onClose }: CaseSheetProps) {
  const desk = useMemo(() => new CaseDesk(start.draft, start.keptAs), [start]);
  const { questions, draft } = useDesk(desk, 'questions', 'draft');
  const [at, setAt] = useState<Place>({ card: 'phones', question: null });
  const [file, setFile] = useState<ReturnType<typeof fileOfCase> | null>(null);
  const [isEdited, setIsEdited] = useState(false);
  const [leaves, setLeaves] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    desk.open();
    return () => desk.close();
  }, [desk]);
  useDraftKept(desk);
  // At once: the next key is already meant for what was opened.
  useLayoutEffect(() => {
    if (sheet.current && at.card !== null) focusOn(sheet.current, at.question);
  }, [at]);
  const closeFile = () => {
    setIsEdited(false);
    setFile(null);
  };
  const goTo = (question: string) => {
    const found = questions.find(({ id }) => id === question);
    if (!found || isEdited) return;
    setFile(null);
    setAt({ card: found.card, question });
  };
  const open = (card: CardId) => setAt({ card, question: null });
  const leave = () => (desk.getSnapshot().isChanged || isEdited ? setLeaves(true) : onClose());
  const play = async () => {
    const now = desk.getSnapshot().draft;
    const { title, name, text } = fileOfCase(now);
    if (!(await session.openText(name, text))) return;
    myCases().keepDraft({ title, text, draft: now, done: true });
    desk.wasKept();
    onClose();
  };
  const apply = (scenario: Scenario, text: string) => {
    if (text !== file?.text) desk.replace(unnamed(draftOf(scenario), file?.title));
    closeFile();
    setAt({ ...at });
  };
  const voice = useMemo(() => voiceOfDraft(draft), [draft]);
  return (
    <VoiceHere value={voice}>
      <div
        className="case-sheet"
        ref={sheet}
        role="presentation"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented || sheet.current?.querySelector(':popover-open')) return;
          event.preventDefault();
          if (leaves) setLeaves(false);
          else leave();
        }}
      >
        <NewCaseBar
          desk={desk}
          onPlay={() => void play()}
          isFileShown={file !== null}
          isEdited={isEdited}
          onFile={() => setFile(file === null ? fileOfCase(draft) : null)}
          onClose={leave}
        />
        {leaves && <Leaving desk={desk} isEdited={isEdited} onStay={() => setLeaves(false)} onLeave={onClose} />}
        <div className="intake-body">
          {file === null ? (
            <div className="cards scrolls">
              {CARD_ORDER.map((each, place) => (
                <CaseCard
                  key={each}
                  card={each}
                  desk={desk}
                  questions={questions.filter((question) => question.card === each)}
                  isOpen={each === at.card}
                  onToggle={() => (each === at.card ? setAt({ card: null, question: null }) : open(each))}
                  onNext={nextAfter(place, open)}
                  more={<MoreParts card={each} desk={desk} />}
                />
              ))}
            </div>
          ) : (
            <FileEditor
              file={file.name}
              text={file.text}
              onApply={(scenario, text) => apply(scenario, text)}
              onEdited={setIsEdited}
              onClose={closeFile}
            />
          )}
          <AnswerBar desk={desk}>
            <AnswerPanel desk={desk} onGoTo={goTo} />
          </AnswerBar>
        </div>
        <SaidAloud desk={desk} />
      </div>
    </VoiceHere>
  );
}

function nextAfter(place: number, open: (card: CardId) => void): (() => void) | null {
  const next = CARD_ORDER[place + 1];
  return next === undefined ? null : () => open(next);
}

/** The title that the file was given goes on following what is said. */
function unnamed(draft: Draft, given: string | undefined): Draft {
  const { title, ...stated } = draft.stated;
  return title === given ? { ...draft, stated } : draft;
}

/** The first answer of a question, or of the card that is open; what hides it is opened. */
function focusOn(sheet: HTMLElement, question: string | null): void {
  const place =
    question === null
      ? sheet.querySelector('.case-card.open .question')
      : [...sheet.querySelectorAll<HTMLElement>('[data-question]')].find((one) => one.dataset['question'] === question);
  const hidden = place?.closest('details:not([open])');
  if (hidden instanceof HTMLDetailsElement) hidden.open = true;
  const answer = place?.querySelector<HTMLElement>('.tile[tabindex="0"], select, input');
  answer?.focus({ preventScroll: true });
  (question === null ? place?.closest('.case-card') : place)?.scrollIntoView({ block: 'nearest' });
}

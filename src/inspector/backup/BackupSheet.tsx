import { useEffect, useRef } from 'react';
import { isOneFile } from '../export/own-page.ts';
import { Icon } from '../parts/Icon.tsx';
import type { Session } from '../state/session.ts';
import { useParts } from '../state/use-story.ts';
import { AnswerScreen } from './AnswerScreen.tsx';
import { backupDesk, type BackupDeskSnapshot } from './backup-desk.ts';
import { ChooseBackup } from './ChooseBackup.tsx';
import { OnlyStarted } from './OnlyStarted.tsx';
import { PasswordScreen } from './PasswordScreen.tsx';
import { StartScreen } from './StartScreen.tsx';
import { TroubleLines } from './TroubleLines.tsx';
import { WorkingScreen } from './WorkingScreen.tsx';
import '../parts/full-sheet.css';
import './answer.css';
import './backup.css';

interface SheetProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** The sheet over the page in which a backup is opened and answered for. What stands in it stays when it is closed. */
export function BackupSheet({ session, onClose }: SheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const told = useRef(onClose);
  const desk = backupDesk();
  const snapshot = useParts(desk, ['phase', 'trouble', 'choice', 'isBehind', 'refused', 'payload', 'sample']);
  useEffect(() => {
    told.current = onClose;
  }, [onClose]);
  useEffect(() => {
    const { current } = sheet;
    if (!current) return undefined;
    if (!current.open) current.showModal();
    const closed = () => told.current();
    current.addEventListener('close', closed);
    return () => {
      current.removeEventListener('close', closed);
      current.close();
    };
  }, []);
  const { phase } = snapshot;
  return (
    <dialog ref={sheet} className="full-sheet backup" aria-label="A customer’s backup">
      <div className="backup-sheet">
        <header className="sheet-head">
          <h2>A customer’s backup</h2>
          <span className="quiet only-desk">What would it bring back, onto that phone?</span>
          <span className="spacer" />
          {phase.is !== 'start' && phase.is !== 'working' && (
            <button type="button" className="button" onClick={() => desk.cancel()}>
              <Icon name="back" /> Another backup
            </button>
          )}
          <button type="button" className="button bare square" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {isOneFile() ? <OnlyStarted /> : <Standing session={session} snapshot={snapshot} onClose={onClose} />}
      </div>
    </dialog>
  );
}

function Standing({ session, snapshot, onClose }: SheetProps & { readonly snapshot: BackupDeskSnapshot }) {
  const { phase, trouble, sample } = snapshot;
  const desk = backupDesk();
  if (trouble) return <TroubleLines trouble={trouble} onAgain={() => desk.cancel()} />;
  switch (phase.is) {
    case 'start':
      return <StartScreen desk={desk} />;
    case 'working':
      return <WorkingScreen howFar={phase} onCancel={() => desk.cancel()} />;
    case 'choosing':
      return <ChooseBackup backups={phase.backups} onChoose={(index) => void desk.choose(index)} />;
    case 'locked':
      return <PasswordScreen desk={desk} locked={phase} isSample={sample !== null} />;
    case 'answer':
      return (
        <AnswerScreen desk={desk} session={session} snapshot={snapshot} answer={phase.answer} onPlayed={onClose} />
      );
  }
}

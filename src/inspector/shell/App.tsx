import { Suspense, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { part } from '../parts/part.ts';
import { OpeningLine } from '../opening/OpeningLine.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { DropFile } from '../opening/DropFile.tsx';
import { useAddress } from '../share/use-address.ts';
import { addressAtStart } from '../export/opened-at.ts';
import { isInLessons, wantsClassMode } from '../state/address.ts';
import { fetchReader, type Session } from '../state/session.ts';
import { voiceOf } from '../../report/device-voice.ts';
import { VoiceHere } from '../parts/voice.ts';
import { MachineryShown } from '../parts/Machinery.tsx';
import { usePicked, useStory } from '../state/use-story.ts';
import type { Watching } from '../watch/watching.ts';
import type { StoryStore } from '../state/story-store.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { Body } from './Body.tsx';
import type { Overlay } from '../state/overlay.ts';
import { SkipLink } from './SkipLink.tsx';
import { useFocusHome } from './use-focus-home.ts';
import { useKeys } from './use-keys.ts';
import { fetchFlow } from './views.tsx';
import { usePlaying } from '../timeline/use-playing.ts';
import { TopBar } from './TopBar.tsx';
import { tour } from '../tour/tour-state.ts';
import { MissingPart } from './MissingPart.tsx';
import './shell.css';

// The first picture does not wait for them. They are fetched right after it: who presses a key and types on, types into
// a dialog that is there.
const fetchLibrary = () => import('../library/LibrarySheet.tsx');
const fetchHelp = () => import('./Help.tsx');
const AFTER_THE_FIRST_PICTURE_MS = 500;
const LibrarySheet = part(async () => (await fetchLibrary()).LibrarySheet);
const TroubleDialog = part(async () => (await import('../opening/TroubleDialog.tsx')).TroubleDialog);
const ShareDialog = part(async () => (await import('../share/ShareDialog.tsx')).ShareDialog);
const ProofDialog = part(async () => (await import('../proof/ProofDialog.tsx')).ProofDialog);
const PrintSheets = part(async () => (await import('../print/PrintSheets.tsx')).PrintSheets);
const Tour = part(async () => (await import('../tour/Tour.tsx')).Tour);
const NewCaseSheet = part(async () => (await import('../intake/NewCaseSheet.tsx')).NewCaseSheet);
const ClassMode = part(async () => (await import('../class-mode/ClassMode.tsx')).ClassMode);
const Lessons = part(async () => (await import('../lesson/LessonMode.tsx')).LessonMode);
const BackupSheet = part(async () => (await import('../backup/BackupSheet.tsx')).BackupSheet);
const MakeLesson = part(async () => (await import('../lesson/make/MakeLessonDialog.tsx')).MakeLessonDialog);
const Help = part(async () => (await fetchHelp()).Help);

interface AppProps {
  readonly session: Session;
  readonly watching: Watching;
}

/** The page. Until the first scenario is there, only the frame is drawn. */
export function App({ session, watching }: AppProps) {
  const { store, trouble, opening } = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const isLesson = useSyncExternalStore(onAddress, () => isInLessons(location.hash));
  return (
    <>
      {isLesson ? (
        // In place of the workbench and not over it: what stands there could tell what a learner is to find out.
        <Suspense fallback={<div className="page" aria-busy="true" />}>
          <Lessons />
        </Suspense>
      ) : store ? (
        <Opened session={session} watching={watching} store={store} />
      ) : (
        <div className="page" aria-busy={trouble === null} />
      )}
      <MissingPart session={session} />
      {opening && <OpeningLine session={session} {...opening} />}
      {trouble && (
        <Suspense fallback={null}>
          <TroubleDialog trouble={trouble} onClose={() => session.dismissTrouble()} />
        </Suspense>
      )}
    </>
  );
}

function onAddress(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

function Opened({ session, watching, store }: AppProps & { readonly store: StoryStore }) {
  const [sheet, setSheet] = useState<Overlay | null>(() => (wantsClassMode(addressAtStart()) ? 'class' : null));
  const [isSettled, setSettled] = useState(false);
  useKeys(store, sheet, setSheet);
  useAddress(session, store);
  usePlaying(store);
  useTitle(store);
  useFocusHome();
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(true);
      void Promise.all([fetchFlow(), fetchLibrary(), fetchHelp(), fetchReader()]).catch(() => {});
    }, AFTER_THE_FIRST_PICTURE_MS);
    return () => clearTimeout(timer);
  }, []);
  const { isOn: isTouring } = useSyncExternalStore(tour.subscribe, tour.getSnapshot);
  useEffect(() => {
    // Who follows a link has come for something.
    if (addressAtStart() === '') tour.offer();
  }, []);
  const close = () => setSheet(null);
  const openBackup = useCallback(() => setSheet('backup'), []);
  const { machinery } = usePicked(store, 'machinery');
  const { scenario } = useStory(store, 'scenario');
  const voice = useMemo(() => voiceOf(scenario.world), [scenario]);
  return (
    <MachineryShown value={machinery}>
      <VoiceHere value={voice}>
        <div className="page">
          <SkipLink />
          <TopBar session={session} watching={watching} store={store} onOpen={setSheet} />
          <Body store={store} onOpen={setSheet} />
          <Timeline store={store} onOpen={setSheet} />
        </div>
        <DropFile session={session} onBackup={openBackup} />
        {isSettled && (
          <Suspense fallback={null}>
            <PrintSheets store={store} />
          </Suspense>
        )}
        <Suspense fallback={null}>
          {sheet === 'library' && (
            <LibrarySheet
              session={session}
              onClose={close}
              onChangeCase={() => setSheet('change-case')}
              onBackup={openBackup}
            />
          )}
          {isTouring && <Tour session={session} store={store} sheet={sheet} />}
          {sheet === 'share' && (
            <ShareDialog session={session} store={store} onClose={close} onLesson={() => setSheet('lesson')} />
          )}
          {sheet === 'lesson' && <MakeLesson store={store} onClose={close} />}
          {(sheet === 'new-case' || sheet === 'change-case') && (
            <NewCaseSheet session={session} from={sheet === 'new-case' ? 'new' : 'open'} onClose={close} />
          )}
          {sheet === 'proof' && (
            <Dialog title="Run again" onClose={close}>
              <ProofDialog store={store} />
            </Dialog>
          )}
          {sheet === 'backup' && <BackupSheet session={session} onClose={close} />}
          {sheet === 'class' && <ClassMode store={store} onClose={close} />}
          {sheet === 'help' && (
            <Dialog title="Keys and marks" onClose={close}>
              <Help
                route={store.route}
                onTour={() => {
                  close();
                  tour.start();
                }}
              />
            </Dialog>
          )}
        </Suspense>
      </VoiceHere>
    </MachineryShown>
  );
}

function useTitle(store: StoryStore): void {
  const { title } = useStory(store, 'scenario').scenario;
  useEffect(() => {
    document.title = `${title.slice(0, 120)} · restore-sim`;
  }, [title]);
}

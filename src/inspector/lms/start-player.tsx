import '../focusable-svg.ts';
// First of all: the order of the layers stands in here.
import '../styles/layers.css';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import { createRoot } from 'react-dom/client';
import type { Lesson } from '../../teach/lesson.ts';
import { startTheme } from '../shell/theme.ts';
import { LmsSession } from './lms-session.ts';
import { lessonToOpen, packedHere } from './packed-data.ts';
import { type OpenedVisit, PackedPlayer } from './PackedPlayer.tsx';
import type { LmsPort } from './port.ts';
import { findScorm } from './scorm-api.ts';
import { ScormPort } from './scorm-port.ts';

declare global {
  interface Window {
    /** There in a cmi5 package only: the way to the LMS that the address names. */
    readonly restoreSimCmi5?: (lesson: string) => LmsPort | null;
  }
}

startTheme();
void start();

async function start(): Promise<void> {
  const packed = packedHere();
  const lesson = lessonToOpen(packed, location.search);
  const visit = lesson && !packed.sheets ? await visitOf(lesson) : null;
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<PackedPlayer packed={packed} lesson={lesson} visit={visit} />);
}

async function visitOf({ id }: Lesson): Promise<OpenedVisit | null> {
  const port = portHere(id);
  return port && LmsSession.begin(port, id);
}

function portHere(lesson: string): LmsPort | null {
  const cmi5 = window.restoreSimCmi5?.(lesson);
  if (cmi5) return cmi5;
  const scorm = findScorm(window);
  return scorm ? new ScormPort(scorm.version, scorm.api) : null;
}

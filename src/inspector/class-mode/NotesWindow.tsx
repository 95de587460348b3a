import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { must } from '../../model/must.ts';
import { buttonWords } from '../../report/event-sentences.ts';
import { BEHAVIOURS } from '../../rulebook/evidence/behaviours.ts';
import { ALERTS } from '../../rulebook/tables/alerts.ts';
import { PROMPTS } from '../../rulebook/tables/prompts.ts';
import type { AlertRow } from '../../rulebook/tables/alerts.ts';
import type { ExplainedReference } from '../../insight/explain/explain-rule.ts';
import type { SceneOf } from '../../stepping/scenes.ts';
import type { ViewProps } from '../state/use-story.ts';
import { useExplained } from '../why/explained.ts';
import { useRecovery } from './EndStage.tsx';
import { lineOfScene, type SceneTelling, wordsOfScene } from './scene-words.ts';
import type { Show } from './use-show.ts';
import './notes.css';

interface NotesProps extends ViewProps {
  readonly show: Show;
  readonly telling: SceneTelling;
}

/** The trainer’s own window: what to say, where it is known from, what comes next, and a clock. */
export function NotesWindow({ window: { document: page }, ...props }: NotesProps & { readonly window: Window }) {
  return createPortal(<Notes {...props} />, page.body);
}

function Notes({ store, show, telling }: NotesProps) {
  const { scenes, place, scene, part, next, back, goTo } = show;
  const following = scenes[place + 1];
  return (
    <main className="class-notes">
      <header>
        <h1>
          {place + 1} of {scenes.length}: <bdi>{wordsOfScene(scene, telling).name}</bdi>
        </h1>
        <ClassClock />
      </header>
      <section aria-label="What to say">
        {scene.kind === 'drop' ? (
          <DropNotes store={store} scene={scene} part={part} />
        ) : scene.kind === 'end' ? (
          <EndNotes store={store} />
        ) : (
          <SceneNotes show={show} telling={telling} />
        )}
      </section>
      <section aria-label="Next">
        <h2>Next</h2>
        {following ? (
          <p>
            <b>
              {place + 2}: <bdi>{wordsOfScene(following, telling).name}</bdi>
            </b>
            <br />
            <bdi>{lineOfScene(following, telling)}</bdi>
          </p>
        ) : (
          <p>This is the last scene.</p>
        )}
        <div className="line-up">
          <button type="button" className="button" onClick={back}>
            Back
          </button>
          <button type="button" className="button main" onClick={next}>
            Next
          </button>
        </div>
      </section>
      <details>
        <summary>All scenes</summary>
        <ol>
          {scenes.map((of, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} aria-current={index === place ? 'step' : undefined}>
              <button type="button" className="button bare small" onClick={() => goTo(index)}>
                {index + 1}: <bdi>{wordsOfScene(of, telling).name}</bdi>
              </button>
            </li>
          ))}
        </ol>
      </details>
    </main>
  );
}

function DropNotes({ store, scene, part }: ViewProps & { readonly scene: SceneOf<'drop'>; readonly part: number }) {
  const explanation = useExplained(store, must(scene.items[0], 'an item that dropped'));
  if (!explanation) return null;
  const { missing, disputes, means, references } = explanation;
  const rule = scene.isWithheld ? explanation.syncWithheld : explanation.rule;
  return (
    <>
      <p>{rule?.says ?? means}</p>
      <h2>{missing ? 'Ask the customer' : 'Say to the customer'}</h2>
      <blockquote>{missing ? missing.ask : `“${rule?.customer ?? means}”`}</blockquote>
      <p className="quiet">{part === 0 ? 'The class sees it with the next press.' : 'The class sees it now.'}</p>
      {rule?.mends && (
        <p>
          <b>What helps:</b> {rule.mends}
        </p>
      )}
      <References of={rule?.references ?? references} />
      {disputes.map(({ about, follows, because }) => (
        <p key={about}>
          <b>Sources differ:</b> {about} {follows} {because}
        </p>
      ))}
    </>
  );
}

function References({ of }: { readonly of: readonly ExplainedReference[] }) {
  if (of.length === 0) return null;
  return (
    <>
      <h2>Sources</h2>
      <ul className="cited">
        {of.map(({ id, says, sources }) => (
          <li key={id}>
            {says}
            {sources.map(({ key, title, where, meaning }) => (
              <span key={key}>
                {title}, {where} ({meaning})
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function EndNotes({ store }: ViewProps) {
  const { customer, ends } = useRecovery({ store });
  return (
    <>
      <h2>Say to the customer</h2>
      <blockquote>“{customer}”</blockquote>
      {ends.map((says) => (
        <p key={says}>{says}</p>
      ))}
    </>
  );
}

function SceneNotes({ show: { scene }, telling }: { readonly show: Show; readonly telling: SceneTelling }) {
  const { scenario, voice } = telling;
  return (
    <>
      <p>
        <bdi>{wordsOfScene(scene, telling).sentence}</bdi>
      </p>
      {scene.kind === 'opening' && (
        <>
          <p>
            <bdi>{scenario.why.slice(0, 400)}</bdi>
          </p>
          {scenario.shows.length > 0 && <h2>What this case shows</h2>}
          <ul>
            {scenario.shows.map((id) => (
              <li key={id}>{voice(BEHAVIOURS[id].says)}</li>
            ))}
          </ul>
        </>
      )}
      {scene.kind === 'asks' && (
        <p>Possible answers: {PROMPTS[scene.prompt].answeredBy.map((event) => buttonWords(event)).join(', ')}.</p>
      )}
      {scene.kind === 'alert' && <AlertHelp row={ALERTS[scene.alert]} />}
    </>
  );
}

function AlertHelp({ row: { title, helps } }: { readonly row: AlertRow }) {
  return (
    <p>
      {title}.{helps !== null && ` What helps: ${buttonWords(helps)}.`}
    </p>
  );
}

/** Counts up from when it is started by hand. */
function ClassClock() {
  const [began, setBegan] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (began === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [began]);
  const seconds = began === null ? 0 : Math.max(0, Math.floor((now - began) / 1000));
  const start = () => {
    const at = Date.now();
    setBegan(began === null ? at : null);
    setNow(at);
  };
  return (
    <div className="class-clock">
      <span role="timer" aria-label="Time since the start">
        {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
      </span>
      <button type="button" className="button" onClick={start}>
        {began === null ? 'Start the clock' : 'Set it back'}
      </button>
    </div>
  );
}

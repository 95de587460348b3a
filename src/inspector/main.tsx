import { createRoot } from 'react-dom/client';
import { loadScenario } from '../scenario/load.ts';
import { StoryStore } from './state/story-store.ts';

const root = document.getElementById('root');
const text = await (await fetch('scenarios/showcase.json')).json();
const store = new StoryStore(loadScenario(Object.values(text)[0] as string, 'x'));
if (root) createRoot(root).render(<h1>{store.getSnapshot().frame.step}</h1>);

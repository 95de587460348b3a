import './focusable-svg.ts';
// First of all: the order of the layers stands in here.
import './styles/layers.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { createRoot } from 'react-dom/client';
import { addressAtStart } from './export/opened-at.ts';
import { App } from './shell/App.tsx';
import { startTheme } from './shell/theme.ts';
import { Session } from './state/session.ts';
import { Watching } from './watch/watching.ts';

startTheme();
const session = new Session();
const watching = new Watching();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App session={session} watching={watching} />);
void session.start(addressAtStart());
// Not the address of now: the page may have written its own over it meanwhile.
window.addEventListener('hashchange', ({ newURL }) => void session.follow(new URL(newURL).hash));

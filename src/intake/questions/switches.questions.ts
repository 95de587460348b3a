import { serviceWords } from '../../report/service-words.ts';
import type { CaseView } from '../case-view.ts';
import type { CasePart, QuestionRow } from '../question.ts';
import { valueAt } from '../json.ts';
import { atPath } from './at-path.ts';

const ON_OFF = { on: 'On', off: 'Off' };
const used = ({ services }: CaseView): readonly CasePart[] =>
  services.map((service) => ({ key: service, name: serviceWords(service) }));
/** A file may say both in one word, and what it does not say is off. */
const usually =
  (when: 'atBackup' | 'now') =>
  (view: CaseView, { key }: CasePart): string | undefined => {
    const both = valueAt(view.stated, ['world', 'services', key]);
    const said = valueAt(view.stated, ['world', 'services', key, when]);
    return typeof both === 'string' ? both : typeof said === 'string' ? said : 'off';
  };

/** iCloud beside the backup: then, and now. */
export const SWITCH_QUESTIONS: readonly QuestionRow[] = [
  atPath({
    id: 'services.%.atBackup',
    card: 'switches',
    ask: 'Was iCloud on for % on the old phone, when the backup was made?',
    parts: used,
    path: ({ key }) => ['world', 'services', key, 'atBackup'],
    options: ON_OFF,
    unasked: 'open',
    usual: usually('atBackup'),
  }),
  atPath({
    id: 'services.%.now',
    card: 'switches',
    ask: 'Is iCloud on for % on this phone now?',
    parts: used,
    path: ({ key }) => ['world', 'services', key, 'now'],
    options: ON_OFF,
    unasked: 'open',
    usual: usually('now'),
  }),
  atPath({
    id: 'surroundings.wifi',
    card: 'switches',
    ask: 'Is the phone on Wi-Fi?',
    path: () => ['world', 'surroundings', 'wifi'],
    options: ON_OFF,
    unasked: 'usual',
    usual: 'on',
    plays: ['on', 'off'],
  }),
  atPath({
    id: 'surroundings.power',
    card: 'switches',
    ask: 'Is it plugged in?',
    path: () => ['world', 'surroundings', 'power'],
    options: ON_OFF,
    unasked: 'usual',
    usual: 'on',
    plays: ['on', 'off'],
  }),
];

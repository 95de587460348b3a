import { must } from '../model/must.ts';
import { andSize, formatCount } from '../model/bytes.ts';
import { type Gate, GATES } from '../model/fates.ts';
import { outcomeOn } from '../model/on-way.ts';
import { formatElapsed } from '../model/time.ts';
import type { Route } from '../model/kinds.ts';
import { type AttemptView, attemptViews } from './attempts.ts';
import { type Chapter, chaptersOf } from './chapters.ts';
import { caseFileOf } from '../run/case-file-of.ts';
import { backupNotes } from './backup-words.ts';
import { checklistOf } from './checklist.ts';
import { fatesAsText, ledgerAsText, wayAsText } from './fates-text.ts';
import { isThere, itemViews, type ItemView, ofNoUse } from './item-view.ts';
import { hangingIndent, sanitise } from './layout.ts';
import { recoveryOf } from './recovery.ts';
import { linesOfAttempt } from '../run/attempts-of.ts';
import { rulesBehind } from './run-json.ts';
import { routeTaken } from '../run/route-taken.ts';
import { disputesBehind, sourceInWords } from './sources.ts';
import { voiceOf } from './device-voice.ts';
import { chapterAsText, type Page } from './story-text.ts';
import { things } from './word-parts.ts';
import type { ReportInput } from './report-input.ts';
import { warningViews } from './warning-words.ts';

const ROUTE_WORDS: Readonly<Record<Route, string>> = {
  icloud: 'from an iCloud backup',
  computer: 'from a computer backup',
  direct: 'from phone to phone',
};

/**
 * A run as a story to be read aloud, then its ledger and its answers. With `until` the telling stops after that
 * gate.
 */
export function runAsText(input: ReportInput, page: Page, until?: Gate): string {
  const lines = linesOfAttempt(input.lines, 1);
  const views = itemViews(
    input.scenario.world.items,
    must(input.attempts[0], 'the first attempt').rows,
    routeTaken(input.scenario.world, lines),
  );
  const chapters = chaptersOf(input.scenario.world, lines);
  const last = until === undefined ? -1 : chapters.findLastIndex(({ gate }) => gate === until);
  const head = headAsText(input, views, page);
  const voice = voiceOf(input.scenario.world);
  if (until === undefined)
    return [
      ...head,
      voice([...storyAsText(chapters, views, page), ...answersAsText(input, views, page), ''].join('\n')),
    ].join('\n');
  if (last < 0)
    return [
      ...head,
      '',
      `This story never comes to the gate “${GATES[until].title}”. It comes to: ` +
        `${[...new Set(chapters.map(({ gate }) => GATES[gate].title))].join(', ')}.`,
      '',
    ].join('\n');
  const shown = chapters.slice(0, last + 1);
  const sofar = new Set(shown.map(({ gate }) => gate));
  const known = shown.some(({ closes }) => closes) ? views : views.map((view) => asKnownAfter(view, sofar));
  return [
    ...head,
    ...voice(storyAsText(shown, views, page).join('\n')).split('\n'),
    ...section(`The ledger after the gate ${GATES[until].title}`, ledgerAsText(known, page), page),
    '',
    ...hangingIndent(
      '',
      `The telling stops here, after “${GATES[until].title}”, because of --until. Without it the story goes ` +
        'on to its end.',
      page.width,
    ),
    '',
  ].join('\n');
}

/** What was known of an item when only these gates had been told; sync comes on top of the backup's own verdict. */
function asKnownAfter(view: ItemView, gates: ReadonlySet<Gate>): ItemView {
  if (view.gate !== null && gates.has(view.gate)) return view;
  const { backupCopy } = view.row;
  if (backupCopy && backupCopy.outcome !== 'eligible' && gates.has(backupCopy.gate))
    return { ...view, fate: backupCopy.outcome, gate: backupCopy.gate, rule: backupCopy.rule };
  return { ...view, fate: null, gate: null, rule: null };
}

function headAsText({ scenario, world }: ReportInput, views: readonly ItemView[], { paint, width }: Page): string[] {
  const bytes = views.reduce((sum, view) => sum + view.bytes, 0);
  return [
    ...hangingIndent('', sanitise(scenario.title), width).map(paint.title),
    ...hangingIndent('', sanitise(scenario.why), width),
    '',
    ...hangingIndent(
      '',
      `${scenario.id}: a device with iOS ${world.device.ios}, ${voiceOf(world)(ROUTE_WORDS[scenario.route])}, on ` +
        `${world.today.slice(0, 10)}. The customer expects ${things(views.length)}` +
        `${andSize(bytes)}.`,
      width,
    ),
    ...(scenario.case === undefined ? [] : hangingIndent('Follows a real report: ', sanitise(scenario.case), width)),
    ...(scenario.shows.length === 0 ? [] : hangingIndent('Shows ', scenario.shows.join(', '), width).map(paint.faint)),
  ];
}

function storyAsText(chapters: readonly Chapter[], views: readonly ItemView[], page: Page): string[] {
  const byId = new Map(views.map((view) => [view.id, view]));
  return chapters.flatMap((chapter) => chapterAsText(chapter, byId, page));
}

const section = (title: string, lines: readonly string[], { paint }: Page): string[] =>
  lines.length === 0 ? [] : ['', paint.heading(title), '', ...lines];

function answersAsText(input: ReportInput, views: readonly ItemView[], page: Page): string[] {
  const { paint, width } = page;
  const lines = linesOfAttempt(input.lines, 1);
  const outcome = input.attempts[0]?.outcome ?? input.outcome;
  const { word, means } = outcomeOn(routeTaken(input.scenario.world, lines), outcome);
  const there = views.filter(isThere).length;
  const recovery = recoveryOf(input.scenario.world, outcome, lines, views);
  return [
    ...section(
      'The end',
      hangingIndent(
        '',
        `${paint.title(word)}. ${means} ` +
          `${formatCount(there)} of ${things(views.length)} ` +
          `${there === 1 || views.length === 1 ? 'is' : 'are'} ${perhapsThere(views)}on the phone.` +
          `${uselessWords(views)}${openWords(views)}`,
        width,
      ),
      page,
    ),
    ...section('The ledger', ledgerAsText(views, page), page),
    ...section('The fates', fatesAsText(views, page), page),
    ...section('The way through the gates', wayAsText(views, page), page),
    ...section('Checklist', checklistAsText(input, views, page), page),
    ...section(
      'Where recovery by the customer ends',
      recovery.ends.flatMap((text) => hangingIndent('  ', text, width)),
      page,
    ),
    ...section(
      'What can still be reached, and where',
      recovery.accessible.length === 0
        ? ['  Nothing beyond what is on the phone.']
        : recovery.accessible.flatMap(({ where, what, says }) =>
            hangingIndent('  · ', `${where}. ${what}. ${says}`, width),
          ),
      page,
    ),
    ...section(
      'What to mind next',
      warningViews(caseFileOf(input.scenario.world), views).flatMap(({ what, title, says, cites }) =>
        hangingIndent('  · ', `${title}. ${what}. ${says} (${cites.join(', ')})`, width),
      ),
      page,
    ),
    ...section(
      'What is particular about the backups',
      backupNotes(caseFileOf(input.scenario.world)).flatMap(({ backup, text, cites }) =>
        hangingIndent('  · ', `${backup}. ${text} (${cites.join(', ')})`, width),
      ),
      page,
    ),
    ...section('For the customer', hangingIndent('  ', `“${recovery.customer}”`, width), page),
    ...section('Where sources differ', disputesAsText(input, views, page), page),
    ...section('Attempts', attemptsAsText(attemptViews(input), page), page),
    ...section('Fingerprints', fingerprintsAsText(input, page), page),
  ];
}

function uselessWords(views: readonly ItemView[]): string {
  const useless = ofNoUse(views).length;
  return useless === 0 ? '' : ` Of these, ${things(useless)} ${useless === 1 ? 'does' : 'do'} not work there.`;
}

/** An item of which nothing is known is neither there nor left out. */
/** Of what is not known nobody says that it is not there. */
const perhapsThere = (views: readonly ItemView[]): string =>
  views.some((view) => view.fate === 'unknown' && !isThere(view)) ? 'known to be ' : '';

function openWords(views: readonly ItemView[]): string {
  const open = views.filter(({ fate }) => fate === 'unknown').length;
  return open === 0 ? '' : ` What became of ${things(open)} is not known: a fact is not given.`;
}

function checklistAsText(
  { lines, attempts, outcome, scenario }: ReportInput,
  views: readonly ItemView[],
  { paint, width }: Page,
): string[] {
  const first = linesOfAttempt(lines, 1);
  return checklistOf(scenario.world, attempts[0]?.outcome ?? outcome, first, views).flatMap(
    ({ question, answer, details }, index) => [
      `  ${index + 1}. ${question}  ${paint.title(answer)}`,
      ...details.flatMap((detail) => hangingIndent('     – ', detail, width)),
    ],
  );
}

/** In full where a rule of this run rests on it, in short where the scenario only touches it. */
function disputesAsText({ scenario }: ReportInput, views: readonly ItemView[], { paint, width }: Page): string[] {
  return disputesBehind(rulesBehind(views), scenario.shows).flatMap(
    ({ about, sides, follows, because, decided }, index) => [
      ...(index > 0 ? [''] : []),
      ...hangingIndent('  ', about, width).map(paint.title),
      ...(decided
        ? sides.flatMap(({ says, source }) => hangingIndent('    – ', `${says} ${sourceInWords(source)}`, width))
        : []),
      ...hangingIndent('    We follow: ', decided ? `${follows} ${because}` : follows, width),
    ],
  );
}

/** Changes add up: what an earlier attempt changed is still so. */
function changedWords({ changes, kept, otherActs }: AttemptView): string {
  const acts = otherActs ? 'with other acts' : '';
  if (changes.length === 0) return otherActs ? `${acts}, under the same conditions` : 'under the same conditions';
  const own = changes.filter((change) => !kept.includes(change));
  const still = kept.length === 0 ? '' : `${own.length === 0 ? '' : '; '}still changed from before: ${kept.join(', ')}`;
  const what = changes.length === 1 ? 'a changed condition' : 'changed conditions';
  const told = `after ${what} (${own.join(', ')}${still})`;
  return otherActs ? `${acts}, ${told}` : told;
}

function attemptsAsText(attempts: readonly AttemptView[], { paint, width }: Page): string[] {
  return attempts.flatMap((view) => {
    const { n, how, same, differences } = view;
    const changed = changedWords(view);
    const verdict = same ? paint.good('the same result as the first') : paint.warm('another result than the first');
    const [first, ...more] = differences;
    return [
      ...hangingIndent(`  ${n}. `, `${how} ${changed}: ${verdict}.`, width),
      ...(first === undefined ? [] : hangingIndent('     First difference: ', first, width)),
      ...more.slice(0, 5).flatMap((text) => hangingIndent('     – ', text, width)),
      ...(more.length > 5 ? [`     – and ${formatCount(more.length - 5)} more`] : []),
    ];
  });
}

function fingerprintsAsText({ fingerprints, attempts, steps, simulatedMs }: ReportInput, { paint }: Page): string[] {
  return [
    ...attempts.map(({ n, fingerprint }) => `  Outcome  ${fingerprint}${attempts.length > 1 ? `  ${n}.` : ''}`),
    paint.faint('           the same whenever all fates and verdicts are the same'),
    `  Journal  ${fingerprints.journal}`,
    paint.faint('           the same only for the same run, step by step'),
    `  ${formatCount(steps)} steps, ${formatElapsed(simulatedMs)} of simulated time`,
  ];
}

import { WHEN_WORDS } from '../insight/what-if/condition.ts';
import type { ChangeEffect, ProvedSet, WhatIfAnswer, WithoutChange } from '../insight/what-if/answer.ts';
import { spokenSet } from '../insight/what-if/set-words.ts';
import { WITHOUT_CHANGE } from '../insight/what-if/without-change.ts';
import { fateOn, FATES } from '../model/fates.ts';
import { addToGroup } from '../model/groups.ts';
import type { Route } from '../model/kinds.ts';
import { hangingIndent, sanitise } from '../report/layout.ts';
import { routeUnder } from '../scenario/conditions.ts';
import type { Sheet } from './why-text.ts';

/** What would bring items back, the earliest that can be done first. */
export const whatIfAsText = (answers: readonly WhatIfAnswer[], route: Route, sheet: Sheet): string =>
  answers.length === 0
    ? 'Everything arrives. There is nothing to bring back.'
    : answers.map((answer) => answerLines(answer, route, sheet).join('\n')).join('\n\n');

function answerLines(answer: WhatIfAnswer, route: Route, { paint, width }: Sheet): string[] {
  const many = answer.items.length > 1 ? ` and ${answer.items.length - 1} more like it` : '';
  const fate = answer.fate === null ? undefined : FATES[answer.fate];
  const head = `${paint.title(sanitise(answer.title))}${many}: ${wordOf(route, answer.fate)}`;
  if (answer.sets.length > 0)
    return [
      head,
      ...byWhen(answer.sets).flatMap(([when, sets]) => [
        paint.heading(`  ${when}`),
        ...sets.flatMap((set) => setLines(set, route, width)),
      ]),
      ...cutShort(answer),
    ];
  if (fate?.works) return [head, '  It is on the device. Nothing has to change.'];
  return [head, ...(answer.without === null ? [] : withoutLines(answer, answer.without, width)), ...cutShort(answer)];
}

function withoutLines({ notAtAll }: WhatIfAnswer, { how, says }: WithoutChange, width: number): string[] {
  const listed = (sentences: readonly string[]): string[] =>
    sentences.flatMap((sentence) => hangingIndent('  – ', sentence, width));
  return [
    ...hangingIndent('  ', WITHOUT_CHANGE[how], width),
    ...(how === 'closed'
      ? [...listed(notAtAll), ...says.flatMap((customer) => hangingIndent('  To the customer: ', customer, width))]
      : [...listed(says), ...listed(notAtAll)]),
  ];
}

const cutShort = ({ complete }: WhatIfAnswer): string[] =>
  complete ? [] : ['  Not every larger set of changes was tried; --largest looks further.'];

function byWhen(sets: readonly ProvedSet[]): [string, ProvedSet[]][] {
  const groups = new Map<string, ProvedSet[]>();
  for (const set of sets) addToGroup(groups, WHEN_WORDS[set.when], [set]);
  return [...groups];
}

function setLines({ changes, again, fate, effects }: ProvedSet, route: Route, width: number): string[] {
  const then = routeUnder(Object.assign({}, ...changes.map((change) => change.changes)), route);
  const what = spokenSet(changes)
    .map(({ joint, title, change: { path, from, to } }) => {
      const leading = joint === '' ? '' : `, ${joint} `;
      return `${leading}${sanitise(title)} (${sanitise(path)}: ${sanitise(from)} → ${sanitise(to)})`;
    })
    .join('');
  return [
    ...hangingIndent(
      '    • ',
      `${what}. Then: ${fateOn(then, fate).word}${again ? ', after another restore' : ''}.`,
      width,
    ),
    ...(effects.length > 0
      ? hangingIndent(
          '      also: ',
          effects
            .slice(0, 6)
            .map((effect) => effectText(effect, route, then))
            .join('; ') + (effects.length > 6 ? `; and ${effects.length - 6} more` : ''),
          width,
        )
      : []),
  ];
}

const wordOf = (route: Route, fate: ChangeEffect['from']): string => (fate ? fateOn(route, fate).word : 'On the way');
const effectText = ({ title, items, from, to }: ChangeEffect, route: Route, then: Route): string =>
  `${sanitise(title)}${items > 1 ? ` (${items} items)` : ''}: ${wordOf(route, from)} → ${wordOf(then, to)}`;

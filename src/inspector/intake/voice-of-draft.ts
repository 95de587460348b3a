import { caseViewOf } from '../../intake/case-view.ts';
import type { Draft } from '../../intake/draft.ts';
import { DEVICE_KINDS } from '../../model/kinds.ts';
import { type Voice, voiceOfKinds } from '../../report/device-voice.ts';

/** How a case that is still being told speaks of its devices. */
export function voiceOfDraft(draft: Draft): Voice {
  const { deviceKind, backups } = caseViewOf(draft);
  const [backup] = backups;
  const said = DEVICE_KINDS.find((kind) => kind === backup?.stated['deviceKind']);
  // A backup is an iPhone's unless it is said to be another's.
  const usual = backup ? 'iphone' : deviceKind;
  return voiceOfKinds(deviceKind, said === undefined ? usual : said);
}

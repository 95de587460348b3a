import { onScreen } from '../../report/device-voice.ts';
import { isOnComputer } from '../../model/screens.ts';
import { useRoute, useStory, type ViewProps } from '../state/use-story.ts';
import { Phone } from './Phone.tsx';
import { PossibleNow } from './PossibleNow.tsx';
import { screenOf } from '../../run/screen-of.ts';
import { wordingOfSheets } from './Sheets.tsx';
import { phoneWords, WORDING_NOTES } from './wording.ts';
import './phone.css';
import './possible-now.css';

/** The phone, what can be done with it now, and whether its words are sourced. */
export function PhonePanel({ store }: ViewProps) {
  const { frame, scenario } = useStory(store, 'frame', 'scenario');
  const { id } = screenOf(frame);
  const isComputer = isOnComputer(id, useRoute(store));
  const wording = wordingOfSheets(frame) ?? phoneWords(id, scenario.world).wording;
  return (
    <>
      <div className="phone-head">
        <h2>{isComputer ? 'The computer' : onScreen('The phone', scenario.world.device.kind)}</h2>
        <span className="quiet only-wide">what the customer sees</span>
      </div>
      <Phone store={store} />
      <PossibleNow store={store} note={WORDING_NOTES[wording]} />
    </>
  );
}

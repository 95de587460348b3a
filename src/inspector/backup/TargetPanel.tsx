import { must } from '../../model/must.ts';
import { useId } from 'react';
import { formatBytes } from '../../model/bytes.ts';
import { DEVICE_KIND_NAMES, DEVICE_KINDS, type DeviceKind } from '../../model/kinds.ts';
import { compareVersions } from '../../model/version.ts';
import { IOS_CHOICES, iosThatCameWith, PHONE_MODELS } from '../../intake/phone-models.ts';
import type { BackupAnswer } from './backup-answer.ts';
import type { BackupDesk, BackupDeskSnapshot } from './backup-desk.ts';
import type { TargetChoice } from './choice.ts';

interface TargetProps {
  readonly desk: BackupDesk;
  readonly snapshot: BackupDeskSnapshot;
  readonly answer: BackupAnswer;
}

/** The device that the backup is to go to: whatever is changed, the answer follows at once. */
export function TargetPanel({ desk, snapshot: { choice, refused }, answer }: TargetProps) {
  const id = useId();
  const { backup, device } = answer;
  const aim = (part: Partial<TargetChoice>) => void desk.aimAt(part);
  const versions = [...new Set([backup.ios, device.ios, ...IOS_CHOICES])].filter(
    (version) => choice.isSame || runsOn(choice.model, version),
  );
  const setModel = (value: string) => {
    const kind = DEVICE_KINDS.find((each) => PHONE_MODELS[each].includes(value)) ?? choice.kind;
    aim({ model: value, kind, ...iosFor(value, backup.ios, choice.ios) });
  };
  const aimAtAnother = () => {
    const next = modelFor(choice, backup.kind);
    aim({ isSame: false, ...next, ...iosFor(next.model, backup.ios, choice.ios) });
  };
  return (
    <fieldset className="target">
      <legend>Onto which device?</legend>
      <div className="segments-of" role="radiogroup" aria-label="Device">
        {(['The same device', 'Another device'] as const).map((word, index) => (
          <label key={word}>
            <input
              type="radio"
              name={`${id}-same`}
              checked={choice.isSame === (index === 0)}
              onChange={() => (index === 0 ? aim({ isSame: true, ios: '' }) : aimAtAnother())}
            />
            {word}
          </label>
        ))}
      </div>
      {!choice.isSame && (
        <label className="row-of">
          <span>Model</span>
          <select className="select" value={choice.model} onChange={(event) => setModel(event.target.value)}>
            {DEVICE_KINDS.map((kind) => (
              <optgroup key={kind} label={DEVICE_KIND_NAMES[kind]}>
                {PHONE_MODELS[kind].map((model) => (
                  <option key={model} value={model}>
                    {model}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
      )}
      <label className="row-of">
        <span>iOS on it</span>
        <select
          className="select"
          value={choice.ios === '' ? backup.ios : choice.ios}
          onChange={(event) => aim({ ios: event.target.value })}
        >
          {versions.map((version) => (
            <option key={version} value={version}>
              {version === backup.ios ? `${version}, as in the backup` : version}
            </option>
          ))}
        </select>
      </label>
      <label className="row-of">
        <span>Free room</span>
        <span className="with-unit">
          <input
            type="number"
            min={0}
            max={4000}
            step={1}
            className="typed-in"
            placeholder="not said"
            value={choice.free}
            onChange={(event) => aim({ free: roomFrom(event.target.value) })}
          />{' '}
          GB
        </span>
      </label>
      <p className="quiet">
        {choice.free === ''
          ? `Nobody has said how much is free: taken to be ${formatBytes(device.free)}.`
          : 'On the device: Settings, General, Storage.'}
      </p>
      {refused !== null && (
        <p className="wrong" role="alert">
          {refused}
        </p>
      )}
    </fieldset>
  );
}

/** The newest of its kind, until somebody says which. */
const modelFor = (choice: TargetChoice, kind: DeviceKind): Pick<TargetChoice, 'model' | 'kind'> => {
  return choice.model === ''
    ? { model: must(PHONE_MODELS[kind][0], 'the newest model'), kind }
    : { model: choice.model, kind: choice.kind };
};

const runsOn = (model: string, ios: string): boolean => {
  const first = iosThatCameWith(model);
  return first === undefined || compareVersions(ios, first) >= 0;
};

/** As in the backup, unless the model has never had so old a version. */
function iosFor(model: string, ofBackup: string, chosen: string): Pick<TargetChoice, 'ios'> {
  if (runsOn(model, chosen === '' ? ofBackup : chosen)) return { ios: chosen };
  return {
    ios: must(
      IOS_CHOICES.findLast((version) => runsOn(model, version)),
      'an iOS of the model',
    ),
  };
}

/** Whole or with one decimal; what is none is nothing said. */
const roomFrom = (typed: string): string => (/^\d{1,4}(?:\.\d)?$/.test(typed) ? typed : '');

import * as z from 'zod/mini';
import {
  textSchema as text,
  idSchema as id,
  versionSchema as version,
  sizeSchema as size,
  wordSchema as word,
  yesNoSchema as yesNo,
  optionalSchema as optional,
  defaultSchema as byDefault,
} from './fields.ts';
import { DEVICE_KINDS } from './kinds.ts';

export const deviceSchema = z.strictObject({
  name: byDefault(
    text(200),
    'new iPhone',
    'The same name as a backup’s `device` means: the very same device. Unless said otherwise new iPhone, new ' +
      'iPad or new iPod touch, by its kind; so with its model',
  ),
  kind: byDefault(word(...DEVICE_KINDS), 'iphone'),
  model: byDefault(text(80), 'iPhone 15'),
  ios: byDefault(version, '18.3'),
  latestIos: optional(version, 'The newest iOS this model can run; it can be updated up to here'),
  state: byDefault(
    word('new', 'set-up', 'in-use'),
    'new',
    'new: at its first screen, erased or never used; set-up: in use, with nothing of before on it; ' +
      'in-use: what lives on this device by `on`, by a backup of its own or by the newest one is on it',
  ),
  passcode: byDefault(word('yes', 'no'), 'yes', 'Whether a passcode is chosen in Setup Assistant'),
  findMy: byDefault(word('on', 'off'), 'off'),
  activationLock: byDefault(word('off', 'password-known', 'password-forgotten'), 'off'),
  free: byDefault(size, 128e9, 'Free room on the device before the restore'),
  room: optional(
    size,
    'All its room, as it stands free after an erase; what is free and what its items take unless said',
  ),
  sim: byDefault(
    word('same', 'other', 'none', 'unknown'),
    'same',
    'The SIM, compared with the one present at the backup',
  ),
  forcedRestart: byDefault(
    word('whole', 'lost', 'unknown'),
    'unknown',
    'What a forced restart left that was made while the data were moved into place: all of them, or nothing ' +
      'of them. No source says',
  ),
  supervised: byDefault(word('yes', 'no'), 'no'),
  supervisedBy: byDefault(
    word('assignment', 'configurator'),
    'assignment',
    'How it came to be supervised: by its organisation in Setup, or by hand in Configurator',
  ),
  beta: byDefault(word('yes', 'no'), 'no', 'Whether a beta of its iOS runs on it'),
  stolenDeviceProtection: byDefault(
    word('off', 'on', 'everywhere', 'unknown'),
    'off',
    'on: away from familiar places; everywhere: at familiar places too. Without effect before iOS 17.3; from iOS ' +
      '26.4 on not known unless said, since reports differ',
  ),
  place: byDefault(
    word('familiar', 'unfamiliar', 'unknown'),
    'familiar',
    'Whether the phone knows the place where the person is, such as home or work',
  ),
  face: byDefault(word('works', 'fails'), 'works', 'Whether Face ID or Touch ID knows the person who holds the phone'),
  lockedOut: byDefault(
    word('no', 'yes', 'previous-known'),
    'no',
    'A device in use that lets nobody in, such as one that says “iPhone Unavailable” or “Security Lockout”. yes: ' +
      'nobody knows its passcode, and only an erase opens it; previous-known: it was changed within the last 72 ' +
      'hours, and the one before it is known, which opens it from iOS 17 on',
  ),
  assigned: byDefault(
    word('yes', 'no'),
    'no',
    'Whether it is assigned to an organisation’s service, so that Setup comes to Remote Management',
  ),
});

/** The phone that a person comes from: the source of a move from phone to phone. It holds its data as of today. */
export const oldPhoneSchema = z.strictObject({
  name: optional(
    text(200),
    'The device of the newest backup of another device unless said otherwise, else “old iPhone”',
  ),
  kind: optional(word(...DEVICE_KINDS), 'As that backup says, else as the new device'),
  model: optional(text(80), 'As that backup says, else iPhone 13'),
  ios: optional(version, 'As that backup says, else as the new device'),
  account: optional(id, 'The account signed in on it; the first account unless said otherwise'),
  state: byDefault(
    word('at-hand', 'erased', 'gone', 'broken', 'unknown'),
    'at-hand',
    'at-hand: it is there, can be switched on and still holds its data',
  ),
  passcode: byDefault(word('known', 'forgotten'), 'known', 'Whether somebody knows its passcode'),
  near: byDefault(word('yes', 'no'), 'yes', 'Both phones lie close together, with Wi-Fi and Bluetooth on'),
  managedBlocksQuickStart: byDefault(
    word('yes', 'no'),
    'no',
    'yes: an organisation that manages the old phone keeps it from setting up another one',
  ),
  stolenDeviceProtection: byDefault(
    word('off', 'on', 'everywhere'),
    'off',
    'on: away from familiar places; everywhere: at familiar places too. Without effect before iOS 17.3',
  ),
  place: byDefault(
    word('familiar', 'unfamiliar'),
    'familiar',
    'Whether the old phone knows the place, such as home or work',
  ),
  face: byDefault(word('works', 'fails'), 'works', 'Whether the face or finger that the old phone knows is there'),
  esimTransfer: byDefault(
    word('allowed', 'by-carrier-only', 'unknown'),
    'unknown',
    'Whether the carrier allows the line to move from phone to phone',
  ),
  watch: byDefault(
    word('worn', 'put-away'),
    'worn',
    'Whether its Apple Watch is worn and unlocked, so that it can be asked',
  ),
  fits: byDefault(
    yesNo,
    'unknown',
    'Whether the new phone has room for it; known where it is more than enough, else what that phone said',
  ),
  brokenOffMove: byDefault(
    word('leaves-nothing', 'unknown'),
    'unknown',
    'What a move that breaks off in the middle leaves on the new phone',
  ),
});

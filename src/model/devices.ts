import * as z from 'zod';
import {
  textSchema as text,
  idSchema as id,
  versionSchema as version,
  sizeSchema as size,
  wordSchema as word,
  yesNoSchema as yesNo,
} from './fields.ts';
import { DEVICE_KINDS } from './kinds.ts';

export const deviceSchema = z.strictObject({
  name: text(200)
    .default('new iPhone')
    .meta({
      description:
        'The same name as a backup’s `device` means: the very same device. Unless said otherwise new iPhone, new ' +
        'iPad or new iPod touch, by its kind; so with its model',
    }),
  kind: word(...DEVICE_KINDS).default('iphone'),
  model: text(80).default('iPhone 15'),
  ios: version.default('18.3'),
  latestIos: version
    .optional()
    .meta({ description: 'The newest iOS this model can run; it can be updated up to here' }),
  state: word('new', 'set-up', 'in-use')
    .default('new')
    .meta({
      description:
        'new: at its first screen, erased or never used; set-up: in use, with nothing of before on it; ' +
        'in-use: what lives on this device by `on` or by the newest backup is on it',
    }),
  passcode: word('yes', 'no').default('yes').meta({ description: 'Whether a passcode is chosen in Setup Assistant' }),
  findMy: word('on', 'off').default('off'),
  activationLock: word('off', 'password-known', 'password-forgotten').default('off'),
  free: size.default(128e9).meta({ description: 'Free room on the device before the restore' }),
  room: size.optional().meta({
    description: 'All its room, as it stands free after an erase; what is free and what its items take unless said',
  }),
  sim: word('same', 'other', 'none', 'unknown')
    .default('same')
    .meta({ description: 'The SIM, compared with the one present at the backup' }),
  forcedRestart: word('whole', 'lost', 'unknown')
    .default('unknown')
    .meta({
      description:
        'What a forced restart left that was made while the data were moved into place: all of them, or nothing ' +
        'of them. No source says',
    }),
  supervised: word('yes', 'no').default('no'),
  supervisedBy: word('assignment', 'configurator')
    .default('assignment')
    .meta({ description: 'How it came to be supervised: by its organisation in Setup, or by hand in Configurator' }),
  beta: word('yes', 'no').default('no').meta({ description: 'Whether a beta of its iOS runs on it' }),
  stolenDeviceProtection: word('off', 'on', 'everywhere', 'unknown')
    .default('off')
    .meta({
      description:
        'on: away from familiar places; everywhere: at familiar places too. Without effect before iOS 17.3; from iOS ' +
        '26.4 on not known unless said, since reports differ',
    }),
  place: word('familiar', 'unfamiliar', 'unknown')
    .default('familiar')
    .meta({ description: 'Whether the phone knows the place where the person is, such as home or work' }),
  face: word('works', 'fails')
    .default('works')
    .meta({ description: 'Whether Face ID or Touch ID knows the person who holds the phone' }),
  lockedOut: word('no', 'yes', 'previous-known')
    .default('no')
    .meta({
      description:
        'A device in use that lets nobody in, such as one that says “iPhone Unavailable” or “Security Lockout”. yes: ' +
        'nobody knows its passcode, and only an erase opens it; previous-known: it was changed within the last 72 ' +
        'hours, and the one before it is known, which opens it from iOS 17 on',
    }),
  assigned: word('yes', 'no').default('no').meta({
    description: 'Whether it is assigned to an organisation’s service, so that Setup comes to Remote Management',
  }),
});

/** The phone that a person comes from: the source of a move from phone to phone. It holds its data as of today. */
export const oldPhoneSchema = z.strictObject({
  name: text(200).optional().meta({
    description: 'The device of the newest backup of another device unless said otherwise, else “old iPhone”',
  }),
  kind: word(...DEVICE_KINDS)
    .optional()
    .meta({ description: 'As that backup says, else as the new device' }),
  model: text(80).optional().meta({ description: 'As that backup says, else iPhone 13' }),
  ios: version.optional().meta({ description: 'As that backup says, else as the new device' }),
  account: id.optional().meta({ description: 'The account signed in on it; the first account unless said otherwise' }),
  state: word('at-hand', 'erased', 'gone', 'broken', 'unknown')
    .default('at-hand')
    .meta({ description: 'at-hand: it is there, can be switched on and still holds its data' }),
  passcode: word('known', 'forgotten').default('known').meta({ description: 'Whether somebody knows its passcode' }),
  near: word('yes', 'no')
    .default('yes')
    .meta({ description: 'Both phones lie close together, with Wi-Fi and Bluetooth on' }),
  managedBlocksQuickStart: word('yes', 'no')
    .default('no')
    .meta({ description: 'yes: an organisation that manages the old phone keeps it from setting up another one' }),
  stolenDeviceProtection: word('off', 'on', 'everywhere').default('off').meta({
    description: 'on: away from familiar places; everywhere: at familiar places too. Without effect before iOS 17.3',
  }),
  place: word('familiar', 'unfamiliar')
    .default('familiar')
    .meta({ description: 'Whether the old phone knows the place, such as home or work' }),
  face: word('works', 'fails')
    .default('works')
    .meta({ description: 'Whether the face or finger that the old phone knows is there' }),
  esimTransfer: word('allowed', 'by-carrier-only', 'unknown')
    .default('unknown')
    .meta({ description: 'Whether the carrier allows the line to move from phone to phone' }),
  watch: word('worn', 'put-away')
    .default('worn')
    .meta({ description: 'Whether its Apple Watch is worn and unlocked, so that it can be asked' }),
  fits: yesNo.default('unknown').meta({
    description: 'Whether the new phone has room for it; known where it is more than enough, else what that phone said',
  }),
  brokenOffMove: word('leaves-nothing', 'unknown')
    .default('unknown')
    .meta({ description: 'What a move that breaks off in the middle leaves on the new phone' }),
});

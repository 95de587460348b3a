import type { FactId } from '../../../../src/rulebook/facts/facts.ts';
import type { Knobs } from './one-item-world.ts';
import { ITEM_KNOBS } from './item-knobs.ts';
import { SURROUNDINGS_KNOBS } from './surroundings-knobs.ts';

/** How to bring about a value of a fact: each turns the one screw that the fact reads. */
export const KNOBS: Knobs = { ...ITEM_KNOBS, ...SURROUNDINGS_KNOBS };

/** What can be brought about as not known. */
export const HAS_UNKNOWN = new Set<FactId>([
  'app.own-switch',
  'restart.forced',
  'item.lacks',
  'item.large-video',
  'account.left',
  'backup.supervision',
  'backup.encrypted',
  'service.at-backup',
  'service.now',
  'service.holds',
  'provider.keeps',
  'app.switch',
  'item.in-backup',
  'item.put-back',
  'backup.password',
  'app.policy',
  'app.present',
  'item.protection',
  'item.store',
  'device.sim',
  'device.security-state',
  'item.last-copy-erased',
  'enrolment.after-older-backup',
  'enrolment.still-taken',
  'phone.copy',
  'own.kept-apart',
  'own.backup',
  'own.transfer',
  'own.best',
  'move.carries',
  'move.left-over',
  'old-phone.state',
  'line.step',
]);

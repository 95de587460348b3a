import { ACCOUNT_LEFT_FACTS } from './account-left.facts.ts';
import { ACCOUNT_FACTS } from './account.facts.ts';
import { CAPTURED_FACTS } from './captured.facts.ts';
import { CHAIN_FACTS } from './chain.facts.ts';
import { COURSE_FACTS } from './course.facts.ts';
import { DIRECT_FACTS } from './direct.facts.ts';
import { DEVICE_FACTS } from './device.facts.ts';
import { ENROLMENT_FACTS } from './enrolment.facts.ts';
import { PHONE_FACTS } from './phone.facts.ts';
import type { Fact } from './fact.ts';
import { OWN_WAY_FACTS } from './own-ways.facts.ts';
import { KIND_FACTS } from './kinds.facts.ts';
import { VERSION_FACTS } from './version.facts.ts';

const ALL = {
  ...CAPTURED_FACTS,
  ...DEVICE_FACTS,
  ...ACCOUNT_FACTS,
  ...ACCOUNT_LEFT_FACTS,
  ...ENROLMENT_FACTS,
  ...CHAIN_FACTS,
  ...COURSE_FACTS,
  ...KIND_FACTS,
  ...DIRECT_FACTS,
  ...PHONE_FACTS,
  ...OWN_WAY_FACTS,
  ...VERSION_FACTS,
};

export type FactId = keyof typeof ALL;
export type FactValue<F extends FactId> = Extract<keyof (typeof ALL)[F]['values'], string>;

/** Every fact that rules may compare. */
export const FACTS: Readonly<Record<FactId, Fact>> = ALL;

import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { enrolmentAfterSetup, hasOldProfile, isEnrolled } from '../../src/rulebook/case/enrolment.ts';
import type { Situation } from '../../src/rulebook/case/situation.ts';
import { guardOn } from '../guard.ts';
import { type Waits, WAITING_GUARDS } from '../waiting.ts';

/** The part of the story: in Setup, or with the finished phone in hand. */
export type EnrolmentPart = 'setup' | 'afterwards';

export interface EnrolmentContext extends Waits {
  readonly file: CaseFile;
  readonly situation: Situation;
  readonly part: EnrolmentPart;
}

const guard = guardOn<EnrolmentContext>();
const sawPart = ({ part }: EnrolmentContext) => ({ part });
const sawState = ({ situation }: EnrolmentContext) => ({ enrolment: situation.enrolment });
const sawAfterSetup = ({ file, situation }: EnrolmentContext) => ({
  'device assigned': file.world.device.assigned,
  backup: situation.backup,
  'after Setup': enrolmentAfterSetup(file, situation),
});

export const ENROLMENT_GUARDS = {
  ...WAITING_GUARDS,
  isAfterwards: guard({
    holds: ({ context }) => context.part === 'afterwards',
    saw: sawPart,
    words: 'Setup is still going on.',
  }),
  comesToThePage: guard({
    holds: ({ context }) => enrolmentAfterSetup(context.file, context.situation) === 'page',
    saw: sawAfterSetup,
    words: 'Setup does not come to Remote Management here.',
  }),
  returnsByItself: guard({
    holds: ({ context: { file, situation } }) => {
      const { device, organisation } = file.world;
      const isKnown = device.supervised === 'yes' && organisation.enrolment === 'automatic';
      return situation.blocked === 'return-to-service' && (isKnown || organisation.sendsProfile === 'yes');
    },
    saw: ({ file, situation }) => ({
      'held up by': situation.blocked,
      supervised: file.world.device.supervised,
      enrolment: file.world.organisation.enrolment,
      'profile sent along': file.world.organisation.sendsProfile,
    }),
    words:
      'The device does not enrol by itself: nobody asked for Return to Service, or the profile was not sent along.',
  }),
  returnsWithoutProfile: guard({
    holds: ({ context }) => context.situation.blocked === 'return-to-service',
    saw: ({ situation }) => ({ 'held up by': situation.blocked }),
    words: 'The service did not ask for Return to Service.',
  }),
  loginKnown: guard({
    holds: ({ context }) => context.file.world.organisation.enrolmentLogin !== 'not-known',
    saw: ({ file }) => ({ 'login of the organisation': file.world.organisation.enrolmentLogin }),
    words: 'Remote Management asks for a login of the organisation, and nobody has it.',
  }),
  mayLeaveOut: guard({
    holds: ({ context }) => context.file.world.organisation.skipEnrolment === 'allowed',
    saw: ({ file }) => ({ 'going on without': file.world.organisation.skipEnrolment }),
    words: 'The organisation does not let anybody go on without enrolment.',
  }),
  oldProfileThere: guard({
    holds: ({ context }) => hasOldProfile(context.situation),
    saw: sawState,
    words: 'No old management profile is on the phone.',
  }),
  isEnrolled: guard({
    holds: ({ context }) => isEnrolled(context.situation),
    saw: sawState,
    words: 'The phone is not enrolled.',
  }),
  mayRemoveProfile: guard({
    holds: ({ context }) => context.file.world.organisation.profileRemoval === 'allowed',
    saw: ({ file }) => ({ 'removing the profile': file.world.organisation.profileRemoval }),
    words: 'The organisation has locked the management profile, so it cannot be removed on the phone.',
  }),
};

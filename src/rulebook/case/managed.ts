import type { World } from '../../model/world.ts';

/** Whether an organisation has a say on this device at all. */
export const isManaged = ({ device, organisation }: World): boolean =>
  device.assigned === 'yes' || device.supervised === 'yes' || organisation.enrolment === 'by-hand';

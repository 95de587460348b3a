import { createContext, useContext } from 'react';
import type { Voice } from '../../report/device-voice.ts';

/** How the words around speak of the device: of an iPad nobody says “the phone”. */
export const VoiceHere = createContext<Voice>((text) => text);
export const useVoice = (): Voice => useContext(VoiceHere);

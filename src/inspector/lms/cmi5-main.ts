import { launchIn } from './cmi5-launch.ts';
import { Cmi5Port } from './cmi5-port.ts';

/** The script of its own that a cmi5 package carries before the player: only there is anybody to be reached. */
Object.assign(window, {
  restoreSimCmi5: (lesson: string) => {
    const launch = launchIn(location.search);
    return launch && new Cmi5Port(launch, lesson);
  },
});

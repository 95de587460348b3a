import { scenarioFrom } from '../../src/scenario/scenario-from.ts';
import type { Plain, Scenario } from '../../src/scenario/scenario.ts';

/** A bank app, what it keeps and its codes, beside something else. */
export const lessonWorld = (script: readonly Plain[] = []): Scenario =>
  scenarioFrom(
    {
      title: 'A case',
      why: 'A case',
      world: {
        device: { name: "Mara's new iPhone" },
        backups: [{ id: 'b', device: "Mara's old iPhone", made: '2026-02-28' }],
        items: [
          {
            id: 'data',
            category: 'app-data',
            app: 'bank',
            title: 'What it had',
            bytes: '30 MB',
            created: '2026-02-01',
          },
          { id: 'notes', category: 'voice-memos', bytes: '2 MB' },
          { id: 'app', category: 'app', app: 'bank', title: 'Bank', bytes: '90 MB' },
          { id: 'codes', category: 'app-keychain', app: 'bank', title: 'Codes', protection: 'this-device-only' },
        ],
      },
      script,
    },
    'case',
    (complaints) => complaints.map(({ message }) => ({ file: 'case', message })),
  );

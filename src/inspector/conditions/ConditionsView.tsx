import type { ViewProps } from '../state/use-story.ts';
import { Desk } from './desk.ts';
export function ConditionsView({ store }: ViewProps) {
  void new Desk(store.getSnapshot().given).search('everything', () => undefined).then((x) => { console.log(JSON.stringify(x).length); });
  return <p>here</p>;
}

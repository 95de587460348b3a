import * as fc from 'fast-check';
import { dramas } from './test/laws/worlds.ts';
import { draftOf } from './src/intake/draft.ts';
import { yamlOf } from './src/intake/case-file-text.ts';
import { leastStated } from './src/intake/least-stated.ts';
import { loadScenario } from './src/scenario/load.ts';
import { play } from './src/run/play.ts';
import { conditionDifferences } from './src/insight/explain/compare.ts';
let n=0;
for (const d of fc.sample(dramas(), {seed: Number(process.argv[2]), numRuns: Number(process.argv[3])})) { const draft=draftOf(d.scenario);
 let s; try { s=loadScenario(yamlOf(draft),'x'); } catch(e:any) { console.log('LOAD',String(e).slice(0,400)); continue; }
 if (play(s).fingerprints.outcome!==d.run.fingerprints.outcome) { n++; if(n<4) console.log(JSON.stringify(conditionDifferences(d.scenario.world,s.world)), JSON.stringify(d.scenario.route+s.route), d.run.outcome, play(s).outcome); } }
console.log(n);
for (const d of fc.sample(dramas(), {seed: 20260301, numRuns: 60})) { const s=loadScenario(yamlOf(draftOf(d.scenario)),'x'); const r=play(s); if (r.fingerprints.outcome===d.run.fingerprints.outcome) continue;
 for (const row of d.run.ledger.rows) { const o=r.ledger.row(row.id); if (JSON.stringify(row)!==JSON.stringify(o)) { const it=d.scenario.world.items.find(i=>i.id===row.id)!; console.log(row.id,it.category,it.app,JSON.stringify(row),'\n   ',JSON.stringify(o)); } } }
for (const d of fc.sample(dramas(), {seed: 20260301, numRuns: 60})) { const s=loadScenario(yamlOf(draftOf(d.scenario)),'x'); const r=play(s); if (r.fingerprints.outcome===d.run.fingerprints.outcome) continue; console.log(JSON.stringify(d.scenario.world.items.filter(i=>i.app==='sketch'),null,0)); console.log(JSON.stringify(s.world.items.filter(i=>i.app==='sketch'))); }

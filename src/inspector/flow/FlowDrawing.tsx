import type { RefObject } from 'react';
import { FATE_ORDER } from '../../model/fates.ts';
import type { Route } from '../../model/kinds.ts';
import { FateGlyph, wordOf } from '../parts/Fate.tsx';
import { NO_FILTER, type LedgerFilter } from '../state/snapshot.ts';
import type { Branch } from './flow.ts';
import { BAR, END_TITLE, SOURCE_TITLE, type FlowLayout, type PlacedBranch } from './placed-flow.ts';
import { reasonOf, sizeOf, titleOf } from './flow-words.ts';
import { FLOW_SIZES } from './flow-sizes.ts';
import { measureText } from './measure.ts';
import type { ShownFlow } from './use-flow.ts';

interface DrawingProps {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly shown: ShownFlow;
  readonly filter: LedgerFilter;
  readonly onPick: (branch: Branch, rest: readonly Branch[]) => void;
}

export function FlowDrawing({ svg, shown, filter, onPick }: DrawingProps) {
  const { flow, layout, size, route, ids, voice } = shown;
  const isSmall = size === 'small';
  const { source, gates, endX, bottom, branches, w, h } = layout;
  return (
    <svg
      ref={svg}
      className="flow-svg"
      width={w}
      height={h}
      viewBox={`0 0 ${w} ${h}`}
      role="group"
      aria-label="Flow of the data through the gates"
    >
      <defs>
        <Hatch id="hatch-any" colour="var(--ink-3)" />
        {FATE_ORDER.map((fate) => (
          <Hatch key={fate} id={`hatch-${fate}`} colour={`var(--fate-${fate})`} />
        ))}
      </defs>
      <Head
        x={source.x}
        title={SOURCE_TITLE}
        size={isSmall ? '' : `${sizeOf(flow.total, 'bytes')}, ${sizeOf(flow.total, 'items')}`}
      />
      <Head
        x={endX}
        title={voice(END_TITLE)}
        size={
          isSmall
            ? ''
            : flow.arrived.items === 0
              ? 'nothing yet'
              : `${sizeOf(flow.arrived, 'bytes')}, ${sizeOf(flow.arrived, 'items')}`
        }
      />
      {gates.map(({ gate, x, title, sums }) => (
        <g key={gate} className="flow-gate">
          {[...title, ...sums].map((text, line) => (
            <text
              key={text}
              x={x}
              y={22 + line * 17}
              textAnchor="middle"
              className={line < title.length ? 'strong' : line === title.length ? 'quiet' : 'to-sync'}
            >
              {text}
            </text>
          ))}
          <line x1={x} x2={x} y1={FLOW_SIZES[size].gateTop} y2={bottom - 10} />
        </g>
      ))}
      <Lane layout={layout} isSmall={isSmall} />
      <rect x={source.x} y={source.y} width={BAR} height={source.h} rx="1.5" className="flow-source" />
      {branches.map((placed) => (
        <BranchMark
          key={placed.branch.key}
          placed={placed}
          route={route}
          ids={ids}
          picked={isPicked(placed.branch, filter)}
          onPick={onPick}
        />
      ))}
      {!isSmall && (
        <text x={w - 16} y={h - 12} textAnchor="end" className="quiet">
          {layout.thin
            ? 'Apps and purchases travel as an entry. Branches under 2 px are drawn at 2 px, not to scale.'
            : 'Apps and purchases travel as an entry; their bytes come from the store.'}
        </text>
      )}
    </svg>
  );
}

const isPicked = ({ fate, gate, rule, kind }: Branch, filter: LedgerFilter): boolean =>
  filter !== NO_FILTER &&
  filter.fates.length === 1 &&
  filter.fates[0] === fate &&
  (kind !== 'drops' || (filter.gate === gate && filter.rule === rule));

function Head({ x, title, size }: { readonly x: number; readonly title: string; readonly size: string }) {
  return (
    <g>
      <text x={x} y={22} className="strong">
        {title}
      </text>
      {size !== '' &&
        size.split(', ').map((part, line) => (
          <text key={part} x={x} y={39 + line * 17} className="quiet">
            {part}
          </text>
        ))}
    </g>
  );
}

function Lane({ layout: { lane, branches }, isSmall }: { readonly layout: FlowLayout; readonly isSmall: boolean }) {
  const inside = branches.filter(({ branch }) => branch.kind === 'sync');
  const [first] = inside;
  const whole = 'Sync, a lane of its own';
  const title = 24 + measureText(whole, 'strong') < lane.w ? whole : 'Sync';
  const below =
    inside.length === 0
      ? 'nothing has come by it yet'
      : first && first.thick < 44
        ? titleOf(first.branch, [])
        : 'never part of the restore';
  return (
    <g className="flow-lane">
      <rect x={lane.x} y={lane.y} width={lane.w} height={lane.h} rx="10" />
      <text x={lane.x + 12} y={lane.y + 16} className="strong">
        {title}
      </text>
      {!isSmall && 40 + measureText(title, 'strong') + measureText(below, 'plain') < lane.w && (
        <text x={lane.x + 24 + measureText(title, 'strong')} y={lane.y + 16} className="quiet">
          {below}
        </text>
      )}
      {!isSmall && first && first.thick >= 44 && (
        <text
          x={lane.x + 14}
          y={lane.y + 24 + first.thick / 2 + 4}
          className="over strong"
        >{`${titleOf(first.branch, [])}`}</text>
      )}
    </g>
  );
}

interface MarkProps {
  readonly placed: PlacedBranch;
  readonly route: Route;
  readonly ids: boolean;
  readonly picked: boolean;
  readonly onPick: DrawingProps['onPick'];
}

function BranchMark({ placed, route, ids, picked, onPick }: MarkProps) {
  const { branch, with: rest, d, hatched, thin, end, inside, words } = placed;
  const colour = `var(--fate-${branch.fate})`;
  const by = branch.rule === null || !ids ? '' : ` by ${branch.rule}`;
  const says =
    `${titleOf(branch, rest)}: ${wordOf(branch.fate, route)}${by}, ` +
    `${sizeOf(branch, 'items')}, ${sizeOf(branch, 'bytes')}${thin ? ', drawn at 2 px' : ''}`;
  const pick = () => onPick(branch, rest);
  return (
    <g
      className={`flow-branch ${branch.kind}${picked ? ' picked' : ''}`}
      role="button"
      tabIndex={0}
      aria-pressed={picked}
      onClick={pick}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        pick();
      }}
    >
      <title>{`${says}. Show these in the ledger, and why`}</title>
      <path d={d} className="ground" style={{ fill: colour }} />
      {hatched && <path d={d} style={{ fill: `url(#hatch-${branch.fate})` }} />}
      <path d={d} className="rim" style={{ stroke: colour }} />
      {end && <rect x={end.x} y={end.y} width={BAR} height={end.h} rx="1.5" style={{ fill: colour }} />}
      {inside && (
        <text x={inside.x} y={inside.y} className="over strong" aria-hidden="true">
          {inside.title}
        </text>
      )}
      {words && (
        <g aria-hidden="true">
          <Words placed={placed} route={route} ids={ids} words={words} />
        </g>
      )}
    </g>
  );
}

function Words({
  placed: { branch, with: rest },
  route,
  ids,
  words: { x, y, where, title, size },
}: {
  readonly placed: PlacedBranch;
  readonly route: Route;
  readonly ids: boolean;
  readonly words: NonNullable<PlacedBranch['words']>;
}) {
  const colour = { fill: `var(--fate-${branch.fate})` };
  if (where === 'end') {
    return (
      <>
        <FateGlyph fate={branch.fate} x={x + 6} y={y - 4} size={12} />
        <text x={x + 18} y={y} className="strong" style={colour}>
          {title}
        </text>
        <text x={x + 18} y={y + 16} className="quiet">
          {size}
        </text>
      </>
    );
  }
  if (where === 'inside') {
    return (
      <>
        <FateGlyph fate={branch.fate} x={x + 6} y={y - 4} size={12} />
        <text x={x + 18} y={y} className="over strong">
          {title}
        </text>
      </>
    );
  }
  const { word, rule } = reasonOf(branch, rest, { route, ids });
  if (size === '')
    return (
      <>
        <FateGlyph fate={branch.fate} x={x - 10} y={y - 4} size={13} />
        <text x={x} y={y} className="strong" style={colour}>
          {title}
        </text>
      </>
    );
  return (
    <>
      <FateGlyph fate={branch.fate} x={x - 10} y={y - 4} size={13} />
      <text x={x} y={y} className="strong">
        {title}
      </text>
      <text x={x + 6 + measureText(title, 'strong')} y={y} className="quiet">
        {size}
      </text>
      <text x={x} y={y + 16} className="strong" style={colour}>
        {word}
      </text>
      <text x={x + 6 + measureText(word, 'strong')} y={y + 16} className="code">
        {rule}
      </text>
    </>
  );
}

function Hatch({ id, colour }: { readonly id: string; readonly colour: string }) {
  return (
    <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="2.6" height="7" style={{ fill: colour }} />
    </pattern>
  );
}

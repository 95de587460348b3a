/** Room between the card and what it speaks of, and between the card and the edge of the window. */
const GAP = 12;
const EDGE = 8;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where a card of a size stands beside a control without lying on it: at its right, above, below or at its left, where
 * there is room; else at that end of the window that is farther from it.
 */
export function placeBeside(
  anchor: Box,
  card: Pick<Box, 'width' | 'height'>,
  room: Pick<Box, 'width' | 'height'>,
): Pick<Box, 'left' | 'top'> {
  const within = (value: number, size: number, limit: number) => Math.max(EDGE, Math.min(value, limit - size - EDGE));
  const besideIt = within(anchor.top + anchor.height / 2 - card.height / 2, card.height, room.height);
  const alongIt = within(anchor.left + anchor.width / 2 - card.width / 2, card.width, room.width);
  const candidates = [
    { left: anchor.left + anchor.width + GAP, top: besideIt },
    { left: alongIt, top: anchor.top - GAP - card.height },
    { left: alongIt, top: anchor.top + anchor.height + GAP },
    { left: anchor.left - GAP - card.width, top: besideIt },
  ];
  const fits = candidates.find(
    ({ left, top }) =>
      left >= EDGE && top >= EDGE && left + card.width <= room.width - EDGE && top + card.height <= room.height - EDGE,
  );
  if (fits) return fits;
  const isLow = anchor.top + anchor.height / 2 > room.height / 2;
  return { left: within(alongIt, card.width, room.width), top: isLow ? EDGE : room.height - card.height - EDGE };
}

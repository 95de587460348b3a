import { formatBytes, formatCount } from '../model/bytes.ts';

/** Bytes with what is not known of them: a size that is not given is not 0. */
export const sizeInWords = ({
  bytes,
  sizeNotGiven,
}: {
  readonly bytes: number;
  readonly sizeNotGiven: number;
}): string =>
  sizeNotGiven === 0 ? formatBytes(bytes) : `${formatBytes(bytes)} + ${formatCount(sizeNotGiven)} of no given size`;

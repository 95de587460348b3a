import { useId, useRef, useState } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { messageOf } from './message-of.ts';
import { copyPicture, pngOf } from './picture.ts';
import { saveBlob, saveText } from './save.ts';
import './picture-menu.css';

interface PictureProps {
  /** What the picture is of. */
  readonly of: string;
  /** Without its ending. */
  readonly file: string;
  /** The picture as it stands now; null while nothing is drawn. */
  readonly slide: () => string | null;
}

const DONE = { copied: 'Copied', saved: 'Saved' } as const;

/** Takes a drawing along: as a file for slides, or straight into them. */
export function PictureMenu({ of, file, slide }: PictureProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState('');
  const taking = (done: keyof typeof DONE, take: (drawn: string) => void | Promise<void>) => () => {
    menu.current?.hidePopover();
    const drawn = slide();
    if (drawn === null) return;
    void Promise.resolve()
      .then(() => take(drawn))
      .then(
        () => setTold(DONE[done]),
        (error: unknown) => setTold(`Not done. ${messageOf(error)}`),
      );
  };
  return (
    <>
      <button type="button" className="button small picture-button" popoverTarget={id} aria-label={`Picture of ${of}`}>
        Picture <Icon name="chevron" size={13} />
      </button>
      <div
        ref={menu}
        id={id}
        className="more-menu picture-menu"
        popover="auto"
        role="group"
        aria-label={`Picture of ${of}`}
      >
        <button
          type="button"
          className="more-item"
          onClick={taking('saved', async (drawn) => saveBlob(`${file}.png`, await pngOf(drawn)))}
        >
          <b>Save as PNG</b>
          <span className="quiet">For slides and documents, 3200 by 1800 points</span>
        </button>
        <button
          type="button"
          className="more-item"
          onClick={taking('saved', (drawn) => saveText(`${file}.svg`, 'image/svg+xml', drawn))}
        >
          <b>Save as SVG</b>
          <span className="quiet">Sharp at every size</span>
        </button>
        <button type="button" className="more-item" onClick={taking('copied', copyPicture)}>
          <b>Copy as picture</b>
          <span className="quiet">To be pasted into a slide</span>
        </button>
      </div>
      <span className="picture-told" role="status">
        {told}
      </span>
    </>
  );
}

import { Icon } from '../parts/Icon.tsx';

/** Goes back to where new entries come in. */
export function ToNewest({ onClick }: { readonly onClick: () => void }) {
  return (
    <button type="button" className="button small to-newest" onClick={onClick}>
      <Icon name="down" size={13} /> Newest
    </button>
  );
}

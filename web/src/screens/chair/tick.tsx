interface TickProps {
  word: string;
  checked: boolean;
  onChecked: (checked: boolean) => void;
}

/** A box to tick with its word; the whole line takes the tap. */
export function Tick({ word, checked, onChecked }: TickProps) {
  return (
    <label class="tick">
      <input type="checkbox" checked={checked} onChange={event => onChecked(event.currentTarget.checked)} />
      <span>{word}</span>
    </label>
  );
}

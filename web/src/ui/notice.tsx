import { useEffect, useRef } from 'preact/hooks';
import { notice } from '../sync/cabinet';
import { Icon } from './icon';
import './notice.css';

/** The one line in which the program says what became of the last act; it has a fixed place and covers no page. */
export function Notice() {
  const said = notice.value;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => raise(place.current), [said]);
  return (
    <div ref={place} class="notice-place" role="status" aria-live="polite" popover="manual">
      {said && (
        <p class={`notice ${said.kind}`}>
          <Icon name={said.kind === 'good' ? 'circleCheck' : 'circleAlert'} />
          <span>{said.text}</span>
        </p>
      )}
    </div>
  );
}

/** The browser shows a dialog over everything else but what was shown after it. Browsers before 2024 may know no popover. */
function raise(place: HTMLDivElement | null): void {
  if (!place?.showPopover) {
    return;
  }
  if (place.matches(':popover-open') && document.querySelector('dialog[open]')) {
    place.hidePopover();
  }
  if (!place.matches(':popover-open')) {
    place.showPopover();
  }
}

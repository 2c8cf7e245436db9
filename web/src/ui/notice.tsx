import { notice } from '../sync/cabinet';
import { Icon } from './icon';
import './notice.css';

/** The one line in which the program says what became of the last act; it has a fixed place and covers no page. */
export function Notice() {
  const said = notice.value;
  return (
    <div class="notice-place" role="status" aria-live="polite">
      {said && (
        <p class={`notice ${said.kind}`}>
          <Icon name={said.kind === 'good' ? 'circleCheck' : 'circleAlert'} />
          <span>{said.text}</span>
        </p>
      )}
    </div>
  );
}

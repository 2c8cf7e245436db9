import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { put, type WallProps, wallName } from './card';

/** The words are put on the wall by a tap, not while they are being written. */
export function MessageChoice({ stream, id, screen, onDone }: WallProps & { onDone: () => void }) {
  const [text, setText] = useState(screen.text);
  const [error, setError] = useState('');
  const show = async () => {
    if (!text.trim()) {
      return setError(t().walls.messageNeeded);
    }
    setError('');
    if (await put(stream, id, { ...screen, name: wallName(id, screen), shows: 'message', text })) {
      onDone();
    }
  };
  return (
    <div class="stack">
      <TextArea
        label={t().walls.message}
        value={text}
        onValue={setText}
        error={error}
        rows={3}
        maxLength={300}
      />
      <Button kind="primary" icon="monitor" onClick={show}>
        {t().walls.put}
      </Button>
    </div>
  );
}

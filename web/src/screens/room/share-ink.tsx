import { t } from '../../i18n';
import type { StrokeRecord } from '../../records';
import { inkShown } from '../../rules/history';
import type { Shown } from '../../rules/notes';
import { PRIVATE, sharedAlike } from '../../rules/sharing';
import { Button } from '../../ui/button';
import { audienceWords, ShareDialog } from './share-dialog';
import { useRaise, useRoom } from './state';

/** Who sees the own strokes on a page, and the way to change it; strokes that were carried here from several pages may differ. */
export function ShareInk({ version, page }: { version: string; page: number }) {
  const room = useRoom();
  const raise = useRaise();
  const me = room.user.value;
  const own = (stroke: Shown<StrokeRecord>) =>
    stroke.row.author === me && stroke.row.version === version && stroke.row.page === page;
  const strokes = room.ink.value.filter(own);
  const [stroke] = strokes;
  if (!stroke) {
    return null;
  }
  const alike = sharedAlike(strokes.map(({ row }) => row));
  const now = alike ?? PRIVATE;
  const said = alike ? audienceWords(room, me, alike) : t().sharing.mixed;
  const ask = () =>
    raise(close => (
      <ShareDialog
        heading={t().ink.shareHeading(page)}
        paper={stroke.row.paper}
        now={alike}
        onShare={wanted => room.marking.do(inkShown(version, page, now, wanted))}
        onClose={close}
      />
    ));
  return (
    <Button size="small" kind="quiet" icon={alike && !now.shared ? 'lock' : 'share2'} onClick={ask}>
      {t().ink.page(page)}: {said}
    </Button>
  );
}

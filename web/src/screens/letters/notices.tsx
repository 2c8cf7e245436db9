import { t } from '../../i18n';
import { act } from '../../sync/cabinet';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import './letters.css';

export interface NoticeLine {
  id: string;
  stream: string;
  title: string;
  text: string;
  link: string;
  at: number;
}

/** What reminds the person on his own page until he has seen it. */
export function Notices({
  notices,
  onSeen,
}: {
  notices: readonly NoticeLine[];
  onSeen: (id: string) => void;
}) {
  if (notices.length === 0) {
    return null;
  }
  return (
    <section class="notices" aria-label={t().letters.notices}>
      {notices.map(notice => (
        <Line key={notice.id} notice={notice} onSeen={onSeen} />
      ))}
    </section>
  );
}

function Line({ notice, onSeen }: { notice: NoticeLine; onSeen: (id: string) => void }) {
  const see = async () => {
    if (await act(notice.stream, { type: 'notices.see', notices: [notice.id] })) {
      onSeen(notice.id);
    }
  };
  return (
    <article class="notice-line">
      <Icon name="bell" />
      <div class="notice-words">
        <h2 class="line-title">{notice.title}</h2>
        <p class="small">{notice.text}</p>
      </div>
      <a class="button" href={`#${notice.link}`} aria-label={t().letters.openOf(notice.title)}>
        {t().letters.open}
      </a>
      <Button kind="quiet" icon="check" label={t().letters.seenOf(notice.title)} onClick={see}>
        {t().letters.seen}
      </Button>
    </article>
  );
}

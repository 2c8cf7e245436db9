import { t } from '../../i18n';
import { size } from '../../rules/figures';
import { date } from '../../rules/time';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import type { IconName } from '../../ui/icon';
import type { DocumentAct } from './dialogs';
import type { KeptDocument } from './kept';

interface DocumentLineProps {
  document: KeptDocument;
  onAct: (act: DocumentAct) => void;
}

/** One document: what it is, who else reads it, and what can be done with it. */
export function DocumentLine({ document, onAct }: DocumentLineProps) {
  const texts = t().documents;
  const pages = document.pages ? t().papers.pages(document.pages) : '';
  const facts = document.paper
    ? [texts.fromMeeting, date(document.at)]
    : document.state === 'note'
      ? [texts.note, date(document.at)]
      : [document.name, pages, size(document.size), date(document.at)];
  return (
    <li class="line paper-line">
      <div class="line-words">
        <p class="line-title">{document.title || texts.gone}</p>
        <p class="small quiet">{facts.filter(Boolean).join(' · ')}</p>
        <p class="paper-badges">
          <Standing document={document} />
          <WhoReads document={document} />
        </p>
        {document.state === 'failed' && (
          <p class="small form-error" role="status">
            {document.message}
          </p>
        )}
      </div>
      <Acts document={document} onAct={onAct} />
    </li>
  );
}

function Standing({ document: { state, work } }: { document: KeptDocument }) {
  if (work) {
    return <Badge icon="clock">{t().reading.recognising}</Badge>;
  }
  switch (state) {
    case 'processing':
      return <Badge icon="clock">{t().papers.processing}</Badge>;
    case 'failed':
      return (
        <Badge icon="circleX" tone="stop">
          {t().papers.failed}
        </Badge>
      );
    case 'gone':
      return (
        <Badge icon="rotateCcw" tone="warn">
          {t().paperWork.recalledShort}
        </Badge>
      );
    default:
      return null;
  }
}

function WhoReads({ document: { owner, shared, paper } }: { document: KeptDocument }) {
  const texts = t().documents;
  if (owner) {
    return <Badge icon="share2">{texts.by(owner)}</Badge>;
  }
  if (shared.length) {
    return (
      <Badge icon="share2" tone="primary">
        {texts.with(shared.map(({ name }) => name).join(', '))}
      </Badge>
    );
  }
  return paper ? null : <Badge icon="lock">{texts.private}</Badge>;
}

function Acts({ document, onAct }: DocumentLineProps) {
  const texts = t().documents;
  const { id, title, state, owner, paper, meeting } = document;
  const named = (word: string) => texts.named(word, title);
  const readable = state === 'ready' || state === 'paper';
  const file = !paper && state !== 'note';
  const address = paper ? `#/meeting/${meeting}/room/${paper}` : `#/documents/${id}`;
  return (
    <div class="line-acts">
      {readable && (
        <a class="button small" href={address} aria-label={named(texts.read)}>
          {texts.read}
        </a>
      )}
      {state === 'note' && (
        <Act
          word={texts.read}
          icon="fileText"
          label={named(texts.read)}
          onPress={() => onAct({ what: 'note', document })}
        />
      )}
      {file && (
        <a
          class="button quiet small"
          href={`/api/documents/${id}/original`}
          aria-label={named(texts.download)}
        >
          {texts.download}
        </a>
      )}
      {!owner && (
        <>
          <Act
            word={texts.edit}
            icon="pencil"
            label={named(texts.edit)}
            onPress={() => onAct({ what: 'edit', document })}
          />
          {!paper && (
            <Act
              word={texts.share}
              icon="share2"
              label={named(texts.share)}
              onPress={() => onAct({ what: 'share', document })}
            />
          )}
          <Act
            word={texts.remove}
            icon="trash2"
            label={named(texts.remove)}
            onPress={() => onAct({ what: 'remove', document })}
          />
        </>
      )}
    </div>
  );
}

interface ActProps {
  word: string;
  icon: IconName;
  label: string;
  onPress: () => void;
}

function Act({ word, icon, label, onPress }: ActProps) {
  return (
    <Button size="small" kind="quiet" icon={icon} label={label} onClick={onPress}>
      {word}
    </Button>
  );
}

import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n';
import type { Stream } from '../../sync/stream';
import { Icon, type IconName } from '../../ui/icon';
import { Ballots } from '../chair/ballots';
import { CommonVoteOffer } from '../chair/positions';
import { QuorumMeter } from '../chair/quorum-meter';
import { Letters } from '../letters';
import { MinutesDesk } from '../minutes';
import { OfficialDocuments } from '../official';
import { TopBar } from '../parts/top-bar';
import type { ViewProps } from '../table';
import { MeetingTasks } from '../tasks/meeting-tasks';
import { Papers } from './papers';
import { Prepare } from './prepare';
import { RollCall } from './roll-call';
import { ScreenLinks } from './screen-links';
import { Seating } from './seating';
import { ServiceDesk } from './service-desk';
import { Voices } from './voices';
import '../../styles/desk.css';
import '../../styles/positions.css';

type Section =
  | 'prepare'
  | 'letters'
  | 'papers'
  | 'attendance'
  | 'seats'
  | 'voices'
  | 'votes'
  | 'minutes'
  | 'official'
  | 'tasks'
  | 'screen';

interface Shown {
  icon: IconName;
  body: ComponentType<{ stream: Stream }>;
}

const SECTIONS: Record<Section, Shown> = {
  prepare: { icon: 'listOrdered', body: Prepare },
  letters: { icon: 'mail', body: Letters },
  papers: { icon: 'fileUp', body: Papers },
  attendance: { icon: 'users', body: RollCall },
  seats: { icon: 'armchair', body: Seating },
  voices: { icon: 'mic', body: Voices },
  votes: { icon: 'vote', body: Votes },
  minutes: { icon: 'fileText', body: MinutesDesk },
  official: { icon: 'printer', body: OfficialDocuments },
  tasks: { icon: 'circleCheck', body: MeetingTasks },
  screen: { icon: 'monitor', body: ScreenLinks },
};

/** Stays when the secretary looks into the meeting room and comes back; another meeting begins at the beginning. */
const left = signal<{ stream: string; section: Section }>({ stream: '', section: 'prepare' });

function sectionOf(stream: Stream): Section {
  return left.value.stream === stream.id ? left.value.section : 'prepare';
}

/** The secretary's desk: what is prepared, handed out, counted and written down. */
export default function Desk({ stream }: ViewProps) {
  const section = sectionOf(stream);
  const Body = SECTIONS[section].body;
  return (
    <div class="desk">
      <TopBar stream={stream} view="desk" />
      <div class="desk-columns">
        <nav class="desk-sections" aria-label={t().desk.sections}>
          {(Object.keys(SECTIONS) as Section[]).map(name => (
            <SectionButton key={name} stream={stream} name={name} />
          ))}
        </nav>
        <main class="desk-body" key={section}>
          <Body stream={stream} />
        </main>
      </div>
      <footer class="console-foot">
        <QuorumMeter stream={stream} />
        <ServiceDesk stream={stream} />
      </footer>
    </div>
  );
}

/** In a row that is wider than the screen the chosen one comes into sight, also after the tablet was turned. */
function SectionButton({ stream, name }: { stream: Stream; name: Section }) {
  const button = useRef<HTMLButtonElement>(null);
  const current = sectionOf(stream) === name;
  useEffect(() => {
    const row = button.current?.parentElement;
    if (!current || !row) {
      return;
    }
    const turned = new ResizeObserver(() =>
      button.current?.scrollIntoView({ block: 'nearest', inline: 'center' }),
    );
    turned.observe(row);
    return () => turned.disconnect();
  }, [current]);
  const choose = () => {
    left.value = { stream: stream.id, section: name };
  };
  return (
    <button
      ref={button}
      type="button"
      class="desk-section"
      data-section={name}
      aria-current={current ? 'page' : undefined}
      onClick={choose}
    >
      <Icon name={SECTIONS[name].icon} />
      <span>{t().desk.section[name]}</span>
    </button>
  );
}

function Votes({ stream }: { stream: Stream }) {
  return (
    <div class="desk-narrow">
      <h2>{t().ballots.heading}</h2>
      <CommonVoteOffer stream={stream} />
      <Ballots stream={stream} />
    </div>
  );
}

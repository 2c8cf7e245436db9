import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { t } from '../../i18n';
import type { Stream } from '../../sync/stream';
import { Icon, type IconName } from '../../ui/icon';
import { Ballots } from '../chair/ballots';
import { CommonVoteOffer } from '../chair/positions';
import { QuorumMeter } from '../chair/quorum-meter';
import { MinutesDesk } from '../minutes';
import { TopBar } from '../parts/top-bar';
import type { ViewProps } from '../table';
import { Papers } from './papers';
import { Prepare } from './prepare';
import { RollCall } from './roll-call';
import { ScreenLinks } from './screen-links';
import { Seating } from './seating';
import { ServiceDesk } from './service-desk';
import { Voices } from './voices';
import '../../styles/desk.css';
import '../../styles/positions.css';

type Section = 'prepare' | 'papers' | 'attendance' | 'seats' | 'voices' | 'votes' | 'minutes' | 'screen';

interface Shown {
  icon: IconName;
  body: ComponentType<{ stream: Stream }>;
}

const SECTIONS: Record<Section, Shown> = {
  prepare: { icon: 'listOrdered', body: Prepare },
  papers: { icon: 'fileUp', body: Papers },
  attendance: { icon: 'users', body: RollCall },
  seats: { icon: 'armchair', body: Seating },
  voices: { icon: 'mic', body: Voices },
  votes: { icon: 'vote', body: Votes },
  minutes: { icon: 'fileText', body: MinutesDesk },
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

function SectionButton({ stream, name }: { stream: Stream; name: Section }) {
  const choose = () => {
    left.value = { stream: stream.id, section: name };
  };
  return (
    <button
      type="button"
      class="desk-section"
      aria-current={sectionOf(stream) === name ? 'page' : undefined}
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

import { assistant, comments, notes, speaking, voting } from './acts';
import { ballot } from './ballot';
import { sealed } from './ballot-sealed';
import { ballots, chair, floor, quorumMeter } from './chair';
import { checkIn } from './check-in';
import { common, link } from './common';
import { desk, minutes, papers, rollCall } from './desk';
import { finder } from './finder';
import { interests } from './interests';
import { invitations, roomRules } from './invitations';
import { keys } from './keys';
import { leading } from './leading';
import { paperWork, placing, requests, secrecy } from './paper-work';
import { people } from './people';
import { forecast, positions } from './positions';
import { readPages } from './read-pages';
import { reading } from './reading';
import { namedBallots } from './roll-call';
import { attendance, room, tools, views } from './room';
import { ruleWords } from './rule-words';
import { bigScreen } from './screen';
import { halls, seating, seats } from './seats';
import { service } from './service';
import { meetings, sign } from './sign';
import { tallies } from './tallies';
import { vault } from './vault';
import { carried, changes, versions } from './versions';
import { voices } from './voices';
import { voteDesk, voteForm, voteResult } from './vote-desk';
import { walls } from './walls';

/** Vietnamese is the source: every other language must have the same keys and blanks, or the type check fails. */
export const vi = {
  common,
  link,
  sign,
  meetings,
  views,
  room,
  tools,
  attendance,
  voting,
  ballot,
  sealed,
  voteDesk,
  voteForm,
  voteResult,
  ruleWords,
  namedBallots,
  speaking,
  voices,
  comments,
  notes,
  assistant,
  chair,
  floor,
  ballots,
  quorumMeter,
  desk,
  papers,
  reading,
  rollCall,
  minutes,
  interests,
  tallies,
  paperWork,
  secrecy,
  requests,
  placing,
  people,
  invitations,
  roomRules,
  checkIn,
  service,
  bigScreen,
  seats,
  seating,
  halls,
  positions,
  forecast,
  keys,
  leading,
  finder,
  readPages,
  walls,
  vault,
  versions,
  carried,
  changes,
};

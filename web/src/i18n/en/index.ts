import type { Dictionary } from '..';
import { assistant, comments, notes, speaking, voting } from './acts';
import { announced } from './announced';
import { archive } from './archive';
import { asked } from './asked';
import { askedPapers, indexing } from './asked-papers';
import { ballot } from './ballot';
import { sealed } from './ballot-sealed';
import { bundle } from './bundle';
import { calendar, find } from './calendar';
import { candidates } from './candidates';
import { ballots, chair, floor, quorumMeter } from './chair';
import { checkIn } from './check-in';
import { circulationDraft } from './circulation-draft';
import { circulationDesk, circulations } from './circulations';
import { cited } from './cited';
import { common, link } from './common';
import { compared } from './compared';
import { desk, minutes, papers, rollCall } from './desk';
import { documents } from './documents';
import { edited } from './edited';
import { finder } from './finder';
import { ink, inkPlaces, myMarks, ownCopy } from './ink';
import { interests } from './interests';
import { invitations, roomRules } from './invitations';
import { keys } from './keys';
import { leading } from './leading';
import { addresses, letters } from './letters';
import { stuckLetters } from './letters-stuck';
import { listed } from './listed';
import { minutesWork } from './minutes-work';
import { official } from './official';
import { overview } from './overview';
import { paperWork, placing, requests, secrecy } from './paper-work';
import { people } from './people';
import { peopleGroups } from './people-groups';
import { plans } from './plans';
import { forecast, positions } from './positions';
import { readPages } from './read-pages';
import { reading } from './reading';
import { reported } from './reported';
import { namedBallots } from './roll-call';
import { attendance, room, tools, views } from './room';
import { ruleWords } from './rule-words';
import { bigScreen } from './screen';
import { halls, seating, seats } from './seats';
import { secretFiles } from './secret-files';
import { service } from './service';
import { sharing } from './sharing';
import { meetings, sign } from './sign';
import { signing } from './signing';
import { statistics } from './statistics';
import { tallies } from './tallies';
import { tasks } from './tasks';
import { templates } from './templates';
import { unfinished } from './unfinished';
import { vault } from './vault';
import { carried, changes, versions } from './versions';
import { voices } from './voices';
import { voteDesk, voteForm, voteResult } from './vote-desk';
import { walls } from './walls';
import { worded } from './worded';

export const en: Dictionary = {
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
  announced,
  ruleWords,
  namedBallots,
  bundle,
  templates,
  signing,
  edited,
  speaking,
  voices,
  comments,
  notes,
  ink,
  myMarks,
  ownCopy,
  inkPlaces,
  sharing,
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
  minutesWork,
  official,
  peopleGroups,
  plans,
  calendar,
  find,
  letters,
  stuckLetters,
  addresses,
  interests,
  tallies,
  documents,
  paperWork,
  secrecy,
  secretFiles,
  askedPapers,
  indexing,
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
  cited,
  archive,
  asked,
  compared,
  overview,
  readPages,
  walls,
  vault,
  versions,
  carried,
  changes,
  circulations,
  circulationDesk,
  circulationDraft,
  tasks,
  statistics,
  unfinished,
  candidates,
  worded,
  listed,
  reported,
};

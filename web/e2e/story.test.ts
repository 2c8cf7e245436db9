import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { hasBrowser } from './room';
import { aboutPapers } from './story/1-papers';
import { aboutDelegates } from './story/2-delegates';
import { aboutTheVote } from './story/3-vote';
import { aboutTheAssistant } from './story/4-assistant';
import { aboutTheMinutes } from './story/5-minutes';
import { aboutInterruptions } from './story/7-interruptions';
import { cast } from './story/cast';

/**
 * One meeting from the packet to the minutes, on one server, in the order of the day. The big screen (point 6) is
 * looked at in every part; interruptions (point 7) come before the meeting ends.
 */
describe.skipIf(!hasBrowser)('one real meeting', () => {
  beforeAll(() => cast.enter());
  afterAll(() => cast.room?.close());
  let broken = false;
  beforeEach(({ skip }) => skip(broken, 'the story broke off before'));
  afterEach(({ task }) => {
    broken ||= task.result?.state === 'fail';
    return cast.room.afterTest(task.result?.state);
  });

  describe('1. the secretary hands out papers', aboutPapers);
  describe('2. delegates read, note, comment and ask to speak', aboutDelegates);
  describe('3. the chair leads, and the meeting votes', aboutTheVote);
  describe('4. a delegate asks the assistant', aboutTheAssistant);
  describe('7. the server dies, a network goes away', aboutInterruptions);
  describe('5. the meeting ends in its minutes', aboutTheMinutes);
});

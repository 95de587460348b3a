const A_MOVE = 'An import is of a restore by a computer; the law is of a move from phone to phone.';
const A_CALL =
  'The law is of cases told answer by answer on the telephone, which say no more than a few words of data.';
const A_LESSON = 'The law is of the worlds of a lesson, which vary one small case along the axes that it states.';
const A_SCORE = 'The law is of marks and scores: it speaks of no world.';
const A_TEXT = 'The law is of words and items as somebody writes them into a file: it draws no whole world.';
const A_TABLE = 'The law is of tables of questions and answers: it speaks of no world.';

/** Laws that imported worlds have no part in, each with the reason; every other one is tried over them as well. */
export const NOT_OF_IMPORTS: Readonly<Record<string, string>> = {
  'nobody is told of a backup where the data come from the old phone': A_MOVE,
  'the printed story of a move, and why of each item, tell of no backup that took part in it': A_MOVE,
  'no screen of iCloud or of a computer is shown on the way from phone to phone': A_MOVE,
  'what comes by a direct move was on the old phone, and only the old phone or the store brings it': A_MOVE,
  'a move that never begins leaves every item of the old phone where it was': A_MOVE,
  'in which order answers are given leaves no trace': A_CALL,
  'the answer to a call is the run of its file': A_CALL,
  'what nobody knows is never told as a fact: however it turns out, what was told holds': A_CALL,
  'once the question that decides most is answered, nothing hangs on it any more': A_CALL,
  'worlds played beside each other end as those played one by one': A_LESSON,
  'items play the same wherever they stand, in the scenario or beside it': A_TEXT,
  'what plays under any names can be recorded and read again': A_TEXT,
  'a key that stands twice is seen, under whatever name it is repeated': A_TEXT,
  'par is what the best of all ways of asking needs': A_TABLE,
  'nobody is better than par, no question makes it worse, and one that costs a whole question has helped nothing':
    A_TABLE,
  'the order of worlds and of the list changes nothing of par': A_TABLE,
  'the order of answers changes nothing in a score': A_SCORE,
  'who is right everywhere has everything, who is wrong everywhere nothing': A_SCORE,
  'the cells of the matrix, the harms and the confusions add up to the bets': A_SCORE,
  'the text of an attempt is the attempt': A_SCORE,
  'a text with one character changed is another attempt, or none': A_SCORE,
};

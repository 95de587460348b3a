/*
 * The life of one restore, told a second time and independently: an iCloud backup onto a new phone, one account,
 * messages as its one item, power and Wi-Fi missing at first and coming and going at any time.
 * Every line of the loop is one thing that can happen; spin counts the states and the transitions between them.
 */
#define HELLO 0
#define WIFI 1
#define ACTIVATING 2
#define PASSCODE 3
#define APPS_AND_DATA 4
#define ASKING_ACCOUNT 5
#define PASSWORD_WRONG 6
#define ASKING_CODE 7
#define LOADING_LIST 8
#define SHOWING_LIST 9
#define NEEDS_POWER 10
#define NEEDS_WIFI 11
#define READING 12
#define COMPARING 13
#define JUDGING 14
#define COPYING 15
#define PAUSED 16
#define FROZEN 17
#define STAGING 18
#define BOOTING 19
#define MIGRATING 20
#define STUCK 21
#define OVER 22

/* How it ended. */
#define NOT_YET 0
#define GAVE_UP_EARLY 1
#define AS_NEW_EARLY 2
#define NO_SIGN_IN 3
#define GAVE_UP_AT_LIST 4
#define AS_NEW_AT_LIST 5
#define GAVE_UP_WAITING 6
#define NOT_MOVED 7
#define COMPLETED 8
#define COMPLETED_AFTER_FORCE 9

#define OFF 0
#define WAKING 1
#define CURRENT 2

byte stage = HELLO;
byte ended = NOT_YET;
byte sync = OFF;
bit wifi = 0;
bit power = 0;
/* A passcode is expected until somebody skips it. */
bit passcode = 1;
/* The sign-in knows the account from an earlier right password. */
bit remembered = 0;
/* Copying began before it was held up. */
bit begun = 0;
/* Somebody forced a restart while the data were moved into place. */
bit forced = 0;

inline finish(how) { ended = how; stage = OVER; remembered = 0; begun = 0; forced = 0 }
inline check() {
  if
  :: !power -> stage = NEEDS_POWER
  :: power && !wifi -> stage = NEEDS_WIFI
  :: power && wifi -> stage = READING
  fi
}
inline resume() {
  if
  :: wifi && power -> stage = COPYING; begun = 0
  :: else
  fi
}

active proctype life() {
  do
  /* The surroundings, at any time. */
  :: d_step { wifi -> wifi = 0; if :: stage == COPYING || stage == FROZEN -> stage = PAUSED; begun = 1 :: else fi }
  :: d_step { power -> power = 0; if :: stage == COPYING || stage == FROZEN -> stage = PAUSED; begun = 1 :: else fi }
  :: d_step { !wifi -> wifi = 1; if :: stage == NEEDS_WIFI -> check() :: stage == PAUSED -> resume() :: else fi }
  :: d_step { !power -> power = 1; if :: stage == NEEDS_POWER -> check() :: stage == PAUSED -> resume() :: else fi }

  /* Setup Assistant. */
  :: d_step { stage == HELLO -> stage = WIFI }
  :: d_step { stage == HELLO -> finish(GAVE_UP_EARLY) }
  :: d_step { stage == WIFI && wifi -> stage = ACTIVATING }
  :: d_step { stage == WIFI -> finish(GAVE_UP_EARLY) }
  :: d_step { stage == ACTIVATING -> stage = PASSCODE }
  :: d_step { stage == PASSCODE -> passcode = 1; stage = APPS_AND_DATA }
  :: d_step { stage == PASSCODE -> passcode = 0; stage = APPS_AND_DATA }
  :: d_step { stage == APPS_AND_DATA -> stage = ASKING_ACCOUNT }
  :: d_step { stage == APPS_AND_DATA -> finish(AS_NEW_EARLY) }
  :: d_step { stage == APPS_AND_DATA -> finish(AS_NEW_EARLY) }

  /* Sign-in: right password, wrong one, back, giving up; then the code. */
  :: d_step { stage == ASKING_ACCOUNT || stage == PASSWORD_WRONG -> remembered = 1; stage = ASKING_CODE }
  :: d_step { stage == ASKING_ACCOUNT || stage == PASSWORD_WRONG -> stage = PASSWORD_WRONG }
  :: d_step { stage == ASKING_ACCOUNT || stage == PASSWORD_WRONG -> remembered = 0; stage = APPS_AND_DATA }
  :: d_step { stage == ASKING_ACCOUNT || stage == PASSWORD_WRONG -> finish(NO_SIGN_IN) }
  :: d_step { stage == ASKING_CODE -> remembered = 0; stage = LOADING_LIST }
  :: d_step { stage == ASKING_CODE -> stage = ASKING_ACCOUNT }
  :: d_step { stage == ASKING_CODE -> finish(NO_SIGN_IN) }

  /* The list of backups. */
  :: d_step { stage == LOADING_LIST -> stage = SHOWING_LIST }
  :: d_step { stage == SHOWING_LIST -> check() }
  :: d_step { stage == SHOWING_LIST -> stage = ASKING_ACCOUNT }
  :: d_step { stage == SHOWING_LIST -> finish(AS_NEW_AT_LIST) }
  :: d_step { stage == SHOWING_LIST -> finish(GAVE_UP_AT_LIST) }
  :: d_step { stage == NEEDS_POWER || stage == NEEDS_WIFI -> finish(GAVE_UP_WAITING) }

  /* The restore itself. */
  :: d_step { stage == READING -> stage = COMPARING }
  :: d_step { stage == COMPARING -> stage = JUDGING }
  :: d_step { stage == JUDGING -> if :: wifi && power -> stage = COPYING :: else -> stage = PAUSED fi }
  :: d_step { stage == COPYING -> stage = STAGING }
  /* It can stand still, and a restart can be forced: then it is copied from the beginning. */
  :: d_step { stage == COPYING -> stage = FROZEN; begun = 1 }
  :: d_step { stage == COPYING -> begun = 0 }
  :: d_step { stage == PAUSED -> begun = 0 }
  :: d_step { stage == FROZEN -> stage = COPYING; begun = 0 }
  :: d_step { stage == STAGING -> stage = BOOTING }
  :: d_step { stage == STAGING -> finish(NOT_MOVED) }
  :: d_step { stage == BOOTING -> stage = MIGRATING }
  :: d_step { stage == MIGRATING -> sync = WAKING; if :: forced -> finish(COMPLETED_AFTER_FORCE) :: else -> finish(COMPLETED) fi }
  /* The restart can stand still too; one that is forced begins anew, and nobody knows what it leaves. */
  :: d_step { stage == BOOTING || stage == MIGRATING -> stage = STUCK }
  :: d_step { stage == BOOTING || stage == MIGRATING || stage == STUCK -> stage = BOOTING; forced = 1 }

  /* Afterwards, where nobody is signed in yet, signing in from Settings wakes iCloud. Its service has nothing to deliver. */
  :: d_step { sync == OFF && (ended == GAVE_UP_EARLY || ended == AS_NEW_EARLY || ended == NO_SIGN_IN) -> sync = WAKING }
  :: d_step { sync == WAKING -> sync = CURRENT }
  od
}

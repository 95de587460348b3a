import { category } from './category.ts';

/** What the store, and only the store, delivers again. */
export const STORE_CATEGORIES = {
  ringtones: category({
    title: 'Bought ringtones',
    elsewhere: 'store',
    form: 'account',
    computer: 'never',
    returns: 'background',
    cites: ['IC-08', 'CP-02'],
  }),
  music: category({
    title: 'Bought music',
    elsewhere: 'store',
    form: 'account',
    icloud: 'never',
    computer: 'never',
    returns: 'store',
    kind: 'music',
    cites: ['IC-17', 'CP-02', 'SY-13', 'IC-21'],
  }),
  films: category({
    title: 'Bought films',
    elsewhere: 'store',
    form: 'account',
    icloud: 'never',
    computer: 'never',
    returns: 'store',
    kind: 'films',
    cites: ['CP-02', 'SY-13', 'IC-21'],
  }),
  tv: category({
    title: 'Bought TV programmes',
    elsewhere: 'store',
    form: 'account',
    icloud: 'never',
    computer: 'never',
    returns: 'store',
    kind: 'tv',
    cites: ['CP-02', 'SY-13', 'IC-21'],
  }),
  books: category({
    title: 'Bought books',
    elsewhere: 'store',
    form: 'account',
    icloud: 'never',
    computer: 'never',
    returns: 'store',
    kind: 'books',
    cites: ['CP-02', 'SY-13', 'IC-21'],
  }),
};

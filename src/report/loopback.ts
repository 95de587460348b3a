const LOOPBACK = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

/** Whether a page of this origin comes from this computer itself. */
export const isLoopbackOrigin = (origin: string): boolean => LOOPBACK.test(origin);

/** The same in words, for whoever is refused. */
export const ACCEPTED_ORIGINS = 'http or https at localhost, 127.0.0.1 or [::1], any port';

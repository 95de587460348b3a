import '../single-file/own-script.ts';

// As the page that is one file: the same script is the page and, under a worker's name, that worker.
if (typeof document !== 'undefined') void import('./start-player.tsx');
else if (self.name === 'lesson') void import('../lesson/lesson.worker.ts');
else void import('../conditions/what-if.worker.ts');

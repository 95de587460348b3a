import './own-script.ts';

// The same script is the page and, started by it once more under a worker's name, that worker. Only one is set up.
if (typeof document !== 'undefined') void import('../main.tsx');
else if (self.name === 'opening') void import('../opening/opening.worker.ts');
else if (self.name === 'desk') void import('../intake/desk.worker.ts');
else if (self.name === 'lesson') void import('../lesson/lesson.worker.ts');
else if (self.name === 'practice') void import('../lesson/practice.worker.ts');
else void import('../conditions/what-if.worker.ts');

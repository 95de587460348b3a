import './own-script.ts';

// The same script is the page and, started by it once more, its worker. Only one of the two is set up.
if (typeof document === 'undefined') void import('../conditions/what-if.worker.ts');
else void import('../main.tsx');

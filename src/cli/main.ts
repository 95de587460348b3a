process.stdout.write('restore-sim\n');

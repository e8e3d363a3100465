import { main } from './main';

await main();
// An agent of the HTTP client may go on by itself, such as one that waits for a proxy: nothing outlives the run. The exit
// code is settled; what was written has to leave first.
process.stdout.write('', () => process.exit());

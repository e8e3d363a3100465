/** How many cases a property gets: some in every run of the tests, many where that is all that is done. */
export const RUNS = Number(process.env['FUZZ_RUNS'] ?? '500');

// Property tests draw the same examples in every run, so that a red test is a change and not luck. Others are tried by
// ENFILADE_SEED=<whole number> npm test; a seed that finds something becomes an example of its test.
import fc from 'fast-check'

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['ENFILADE_SEED'] ?? 20261123) })

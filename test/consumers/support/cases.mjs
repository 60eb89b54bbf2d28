/** Runs each case by its name, prints how it went, and ends the process with the sum. */
export async function runCases(cases) {
  const total = { passed: 0, failed: 0 };
  for (const [name, run] of cases) {
    const start = performance.now();
    try {
      await run();
      total.passed += 1;
      console.log(`✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      total.failed += 1;
      console.log(`✗ ${name}\n${error instanceof Error ? (error.stack ?? error.message) : error}`);
    }
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

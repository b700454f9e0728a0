// Counts what passed and failed, and says it as the other runners of the project do.

let passed = 0;
let failed = 0;

/** Runs one test; a thrown error is its failure. Says whether it passed. */
export async function check(name, test) {
  try {
    await test();
    passed += 1;
    console.log(`ok      ${name}`);
    return true;
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${indented(error?.stack ?? String(error))}`);
    return false;
  }
}

/** The last line, and the exit status that goes with it. */
export function end() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function indented(text) {
  return text.replaceAll(/^/gm, '        ');
}

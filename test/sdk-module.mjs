/** The CometChat SDK's package name, as imports name it. */
export const SDK_NAME = '@cometchat/chat-sdk-javascript';

/** Its one file, from the repository's root. */
export const SDK_FILE = `node_modules/${SDK_NAME}/CometChat.js`;

/** How webpack looks for the global object; a policy without `unsafe-eval` reports it, and Trusted Types too. */
const GLOBAL_SHIM = 'new Function("return this")()';

/**
 * How localForage, which the SDK brings, makes an error in advance for each of its stores: used only where a store lacks
 * something.
 */
const EARLY_ERROR =
  /\be=(new Error\("Custom driver not compliant[^"]*"\));(if\(!u\._driver\)return void )n\(e\)(;for\([^{}]*\{[^{}]*return void )n\(e\)\}/;

/**
 * Lets localForage make that error when it is needed. While a debugger is attached, as by every tool that measures a page,
 * V8 looks up each line of an error's stack, and parses most of the SDK a second time to do so.
 *
 * @param {string} code the unmodified file
 * @throws when the file no longer has the one place that is replaced
 */
export function withoutEarlyErrors(code) {
  if (!EARLY_ERROR.test(code)) throw new Error(`${SDK_NAME}: the early error was not found`);
  return code.replace(EARLY_ERROR, 'e=()=>$1;$2n(e())$3n(e())}');
}

/**
 * Turns the SDK's UMD file into an ES module with the exports `CometChat` and `default`, as a bundler gives it.
 *
 * The file takes its CommonJS branch, so that it puts nothing on `window` when it is loaded.
 *
 * @param {string} code the unmodified file
 * @throws when the file no longer has the one global shim that is replaced
 */
export function sdkAsModule(code) {
  const parts = code.split(GLOBAL_SHIM);
  if (parts.length !== 2) {
    throw new Error(`${SDK_NAME}: found ${parts.length - 1} global shims, expected 1`);
  }
  return [
    'const exports = {}, module = { exports };',
    parts.join('globalThis'),
    ';export const CometChat = module.exports.CometChat;',
    'export default module.exports;',
  ].join('\n');
}

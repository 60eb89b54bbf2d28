// Before anything that imports Lit.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import 'cometchat-profile-editor/define.js';

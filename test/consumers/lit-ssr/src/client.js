import '@lit-labs/ssr-client/lit-element-hydrate-support.js';

// Apart, so that it comes after that: a bundler may put Lit into a file of its own, which the others import first.
import('cometchat-profile-editor/define.js');

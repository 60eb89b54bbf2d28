// Answers the requests to CometChat from a sandbox. A page meets it from its second load on, so the first load of
// all stops here and starts once more.
if (!navigator.serviceWorker.controller) {
  window.stop();
  const address = '/dist/sandbox/service-worker.js';
  void navigator.serviceWorker
    .register(address, { scope: '/' })
    .then(() => navigator.serviceWorker.ready)
    .then(() => location.reload());
}

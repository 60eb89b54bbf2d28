const type = 'text/javascript';
const losses = {
  missing: { status: 503, body: '', type },
  broken: { status: 200, body: 'a script that (', type },
};

/**
 * Serves the site once more below `/losing/<file>/<how>/<id>/`, where the first request for a file is answered badly, and
 * below `/gone/…`, where every one is: for a file whose name is `<file>`, with a dot or a hash after it. Each `<id>` makes
 * addresses of its own, since a browser keeps what it has fetched for other pages.
 */
export function loseFiles() {
  const lost = new Set();
  return async (context, next) => {
    const [, fate, file, how, id, path] =
      /^\/(losing|gone)\/([^/]+)\/([^/]+)\/([^/]+)(\/.*)/.exec(context.url) ?? [];
    if (path === undefined) return next();
    context.url = path;
    const name = context.path.split('/').pop();
    const isIt = name.startsWith(`${file}.`) || name.replace(/-[\w-]{8}\.js$/, '') === file;
    if (!isIt || (fate === 'losing' && lost.has(id))) return next();
    lost.add(id);
    context.set('cache-control', 'no-store');
    Object.assign(context, losses[how]);
  };
}

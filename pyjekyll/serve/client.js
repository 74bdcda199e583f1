// A plugin of livereload.js: shows why a build failed over the page, and takes that away when a build works again.
window.LiveReloadPluginPyjekyll = (function () {
  "use strict";
  var ID = "pyjekyll-error", ERROR = "pyjekyll-error:", FIXED = "pyjekyll-fixed";

  function Plugin() {}
  Plugin.identifier = "pyjekyll";
  Plugin.version = "1.0";

  // Return true for what was ours, so that livereload.js leaves the page alone.
  Plugin.prototype.reload = function (path) {
    if (path === FIXED) {
      remove();
      return true;
    }
    if (path.indexOf(ERROR) === 0) {
      show(JSON.parse(path.slice(ERROR.length)));
      return true;
    }
    return false;
  };

  function remove() {
    var old = document.getElementById(ID);
    if (old) old.remove();
  }

  function show(error) {
    remove();
    var host = document.createElement("div");
    host.id = ID;
    host.setAttribute("role", "alert");
    // A shadow root keeps the page's styles out, and ours in.
    var box = (host.attachShadow ? host.attachShadow({mode: "open"}) : host);
    box.appendChild(style());
    var panel = element(box, "section", "panel", "");
    element(panel, "h1", "", "The site could not be built");
    element(panel, "p", "message", error.message);
    if (error.path) element(panel, "p", "place", error.path + (error.line ? ", line " + error.line : ""));
    if (error.excerpt.length) excerpt(panel, error);
    error.stack.forEach(function (place) { element(panel, "p", "stack", "included from " + place); });
    if (error.hint) element(panel, "p", "hint", error.hint);
    element(panel, "p", "note", "What you see below is the last good build. This goes away by itself when a build works again.");
    document.documentElement.appendChild(host);
  }

  function excerpt(panel, error) {
    var text = element(panel, "pre", "", "");
    error.excerpt.forEach(function (pair) {
      var line = element(text, "code", pair[0] !== null && pair[0] === error.line ? "at" : "", "");
      element(line, "span", "number", pair[0] === null ? "" : pair[0]);
      line.appendChild(document.createTextNode(pair[1] + "\n"));
    });
  }

  function element(parent, name, css, text) {
    var made = document.createElement(name);
    if (css) made.className = css;
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  function style() {
    var sheet = document.createElement("style");
    sheet.textContent =
      ".panel{position:fixed;z-index:2147483647;inset:0 0 auto 0;max-height:90vh;overflow:auto;box-sizing:border-box;padding:1.25rem 1.5rem;" +
      "background:#1d1f21;color:#f2f2f2;border-bottom:4px solid #e5484d;font:15px/1.5 system-ui,sans-serif;text-align:left}" +
      "h1{font-size:1.1rem;margin:0 0 .5rem;color:#ff9592}p{margin:.25rem 0;white-space:pre-wrap}" +
      ".message{font-weight:600}.place,.stack,pre{font-family:ui-monospace,monospace;font-size:13px}" +
      "pre{margin:.75rem 0;padding:.75rem;background:#111;overflow:auto;white-space:pre}code{display:block}" +
      ".at{background:#5c1d20}.number{display:inline-block;min-width:3.5em;margin-right:1em;text-align:right;color:#9a9a9a}" +
      ".hint{color:#a6e3a1}.note{color:#b5b5b5;font-size:13px}";
    return sheet;
  }

  return Plugin;
})();

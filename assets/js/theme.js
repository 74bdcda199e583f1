/* The theme's behaviour: the menu for links that do not fit, light and dark, the "Follow" button. Works without it, too. */
(function () {
  "use strict";

  /* Moves links from the bar into the menu behind the button, from the right, until the rest fits. */
  function greedyNavigation() {
    var nav = document.getElementById("site-nav");
    if (!nav) { return; }
    var button = nav.querySelector("button");
    var bar = nav.querySelector(".visible-links");
    var menu = nav.querySelector(".hidden-links");
    var links = Array.prototype.filter.call(bar.children, function (item) { return !item.classList.contains("persist"); });
    var tail = bar.querySelector(".tail");

    function close() {
      menu.classList.add("hidden");
      button.setAttribute("aria-expanded", "false");
    }

    function fit() {
      links.forEach(function (link) { bar.insertBefore(link, tail); });
      button.classList.remove("is-needed");
      if (bar.scrollWidth > bar.clientWidth) {
        button.classList.add("is-needed");
        for (var i = links.length - 1; i >= 0 && bar.scrollWidth > bar.clientWidth; i--) { menu.insertBefore(links[i], menu.firstChild); }
      } else {
        close();
      }
    }

    button.addEventListener("click", function () {
      var open = menu.classList.toggle("hidden") === false;
      button.setAttribute("aria-expanded", String(open));
    });
    menu.addEventListener("click", close);
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && !menu.classList.contains("hidden")) { close(); button.focus(); }
    });
    document.addEventListener("click", function (event) { if (!nav.contains(event.target)) { close(); } });
    window.addEventListener("resize", fit);
    if (document.fonts && document.fonts.ready) { document.fonts.ready.then(fit); }
    fit();
  }

  /* The reader's choice of colours is kept; while it equals the system's, the system decides. */
  function themeToggle() {
    var item = document.getElementById("theme-toggle");
    var toggle = item && item.querySelector("[role=button]");
    if (!toggle) { return; }
    var root = document.documentElement;
    var system = window.matchMedia("(prefers-color-scheme: dark)");

    function current() { return root.getAttribute("data-theme") || (system.matches ? "dark" : "light"); }
    function show() { toggle.setAttribute("aria-pressed", String(current() === "dark")); }

    toggle.addEventListener("keydown", function (event) {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); toggle.click(); }
    });
    item.addEventListener("click", function () {
      var theme = current() === "dark" ? "light" : "dark";
      root.setAttribute("data-theme", theme);
      try {
        if (theme === (system.matches ? "dark" : "light")) { localStorage.removeItem("theme"); root.removeAttribute("data-theme"); }
        else { localStorage.setItem("theme", theme); }
      } catch (blocked) { /* the choice then lasts as long as the page */ }
      show();
    });
    system.addEventListener("change", show);
    show();
  }

  /* On a small screen the person's links stay folded behind a button. */
  function followButton() {
    document.querySelectorAll(".author__urls-wrapper > button").forEach(function (button) {
      var list = button.parentNode.querySelector(".author__urls");
      button.addEventListener("click", function () {
        var open = list.classList.toggle("is--visible");
        button.setAttribute("aria-expanded", String(open));
      });
    });
  }

  /* What scrolls sideways can be reached, and so scrolled, from the keyboard. */
  function scrollable() {
    document.querySelectorAll("pre, .page__content table, .archive table").forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) { box.setAttribute("tabindex", "0"); } else { box.removeAttribute("tabindex"); }
    });
  }

  greedyNavigation();
  themeToggle();
  followButton();
  scrollable();
  window.addEventListener("resize", scrollable);
})();

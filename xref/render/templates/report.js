// The page works without this script: links and :target open the panels. The script adds keys,
// marks the open statement in the text and keeps it in view.
(function () {
  "use strict";
  var claims = Array.prototype.slice.call(document.querySelectorAll("a.claim[id]"));
  document.documentElement.classList.add("scripted");

  function isOpen(claim) {
    var panel = document.getElementById(claim.hash.slice(1));
    return Boolean(panel) && getComputedStyle(panel).display !== "none";
  }

  function isInView(claim) {
    var box = claim.getBoundingClientRect();
    var sheet = document.querySelector(".panel:target");
    var isSheet = sheet && getComputedStyle(sheet).position === "fixed";
    var floor = isSheet ? sheet.getBoundingClientRect().top : innerHeight;
    return box.top >= 0 && box.bottom <= floor;
  }

  function showClaim(claim) {
    if (isInView(claim)) { return; }
    var sheet = document.querySelector(".panel:target");
    var isSheet = sheet && getComputedStyle(sheet).position === "fixed";
    claim.scrollIntoView({ block: isSheet ? "start" : "center" });
  }

  function update() {
    document.querySelectorAll("a.claim").forEach(function (part) {
      var open = isOpen(part);
      part.setAttribute("aria-expanded", String(open));
      part.classList.toggle("open", open);
      if (open && part.id) { showClaim(part); }
    });
    document.querySelectorAll(".strip a").forEach(function (tile) {
      tile.classList.toggle("open", tile.hash === location.hash);
    });
    var side = document.querySelector(".side");
    if (side) { side.scrollTop = 0; }
  }

  function step(by) {
    var at = claims.findIndex(isOpen);
    var next = claims[at < 0 ? (by > 0 ? 0 : claims.length - 1) : at + by];
    if (next) { location.hash = next.hash; }
  }

  function close() {
    var open = claims.filter(isOpen)[0];
    if (!open) { return; }
    location.hash = open.id;
    open.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "j") { step(1); }
    if (event.key === "k") { step(-1); }
    if (event.key === "Escape") { close(); }
  });
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details.nearest, details.nothing").forEach(function (part) { part.open = true; });
  });
  addEventListener("hashchange", update);
  addEventListener("load", update);
}());

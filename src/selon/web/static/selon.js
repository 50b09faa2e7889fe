// Comfort only: keys, copying a citation, old links to characters. Every page is whole without it.
"use strict";
(() => {
  const off = "selon-keys-off";
  const $ = (selector) => document.querySelector(selector);
  const stored = () => { try { return localStorage.getItem(off) === "1"; } catch { return false; } };

  // a link to characters that no mark of the page bears: the server marks them
  const asked = /^#c(\d+)-(\d+)$/.exec(location.hash);
  if (asked && location.pathname.startsWith("/articles/") && !document.getElementById(location.hash.slice(1))) {
    const at = `${asked[1]}-${asked[2]}`;
    if (new URLSearchParams(location.search).get("at") !== at) location.replace(`${location.pathname}?at=${at}${location.hash}`);
  }

  const say = (words) => {
    let box = $(".toast");
    if (!box) {
      box = document.createElement("p");
      box.className = "toast";
      box.setAttribute("role", "status");
      document.body.append(box);
    }
    box.textContent = words;
    setTimeout(() => { box.remove(); }, 2500);
  };

  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[data-copy]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard) return;
    event.preventDefault();
    try {
      const answer = await fetch(link.href, { credentials: "same-origin" });
      if (!answer.ok) throw new Error(answer.statusText);
      await navigator.clipboard.writeText(await answer.text());
      say(link.dataset.copied || "✓");
    } catch {
      location.href = link.href;
    }
  });

  // rows and nodes: j, k and arrows move; the first link of a row is opened
  const rows = () => [...document.querySelectorAll("[data-row]")].map((row) => row.matches("a") ? row : row.querySelector("a, button, summary")).filter(Boolean);
  const nodes = () => [...document.querySelectorAll("svg.stemma a")].filter((node) => node.getClientRects().length);
  const move = (list, step) => {
    if (!list.length) return;
    const at = list.findIndex((one) => one === document.activeElement || one.closest("[data-row]")?.contains(document.activeElement));
    const next = list[Math.min(Math.max(at + step, 0), list.length - 1)];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };

  let before = "";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = document.activeElement;
    if (event.key === "Escape") {
      if (at?.matches("input, textarea, select")) at.blur();
      return;
    }
    if (at?.matches("input:not([type=checkbox]), textarea, select, [contenteditable]") || stored()) return;
    const both = before + event.key;
    before = event.key === "g" ? "g" : "";
    const go = { "go": "/", "gc": "/claims", "ga": "/articles" }[both];
    if (go) { location.href = go; return; }
    if (event.key === "/") { event.preventDefault(); $("#find")?.focus(); return; }
    if (event.key === "?") { location.href = "/help"; return; }
    const inside = at?.closest?.("svg.stemma");
    if (event.key === "j" || (event.key === "ArrowDown" && at?.closest?.("[data-row], svg.stemma"))) { event.preventDefault(); move(inside ? nodes() : rows(), 1); return; }
    if (event.key === "k" || (event.key === "ArrowUp" && at?.closest?.("[data-row], svg.stemma"))) { event.preventDefault(); move(inside ? nodes() : rows(), -1); return; }
    if ("cexu".includes(event.key)) {
      const here = at?.closest?.("[data-row]")?.querySelector(`[data-key=${event.key}]`) || $(`[data-key=${event.key}]`);
      if (here) { event.preventDefault(); here.click(); }
    }
  });

  const box = $("#keys-off");
  if (box) {
    box.checked = stored();
    box.addEventListener("change", () => { try { localStorage.setItem(off, box.checked ? "1" : "0"); } catch { /* kept for this page only */ } });
  }

  // files dropped on the form of the import
  const drop = $(".drop");
  const files = drop?.querySelector("input[type=file]");
  if (drop && files) {
    for (const kind of ["dragover", "dragleave", "drop"]) {
      drop.addEventListener(kind, (event) => {
        event.preventDefault();
        drop.classList.toggle("over", kind === "dragover");
        if (kind === "drop" && event.dataTransfer.files.length) files.files = event.dataTransfer.files;
      });
    }
  }

  // what a page says, as elements of this one: text stays text, scripts and handlers are dropped by the policy
  const part = async (address, selector) => {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(answer.statusText);
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(selector);
    if (!found) throw new Error(selector);
    return document.importNode(found, true);
  };

  // a correction opens over the page it is about; the link leads to the same form
  const open = async (link) => {
    const body = await part(link.href, "[data-dialog-body]");
    const dialog = document.createElement("dialog");
    const title = body.querySelector("h1");
    title.id = "dialog-title";
    dialog.setAttribute("aria-labelledby", "dialog-title");
    dialog.append(body);
    document.body.append(dialog);
    dialog.addEventListener("close", () => { dialog.remove(); link.focus(); });
    dialog.addEventListener("click", async (event) => {
      const inner = event.target.closest("a");
      if (!inner) return;
      if (inner.matches("[data-close]")) { event.preventDefault(); dialog.close(); return; }
      if (inner.pathname === "/rulings/new") {
        event.preventDefault();
        const other = await part(inner.href, "[data-dialog-body]");
        other.querySelector("h1").id = "dialog-title";
        dialog.replaceChildren(other);
        dialog.querySelector("[aria-current]")?.focus();
      }
    });
    dialog.showModal();
    (dialog.querySelector("form input:not([type=hidden]), form select, form textarea") || title).focus();
  };
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[data-dialog]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.closest("dialog")) return;
    event.preventDefault();
    try { await open(link); } catch { location.href = link.href; }
  });

  // a job's numbers are fetched again until it is done
  const watch = async () => {
    if (!$("[data-job]")) return;
    try {
      const fresh = await part(location.href, "#job");
      if (!fresh.matches("[data-job]")) { location.reload(); return; }
      $("#job").replaceWith(fresh);
    } catch { /* the server may be gone: look again */ }
    setTimeout(watch, 1000);
  };
  setTimeout(watch, 1000);
})();

// Keeps one page and its parts, so that a dead network meets a page of ours and not the browser's.
const name = "anupalan-{{.Version}}", keep = {{.Keep}};
self.addEventListener("install", (e) => e.waitUntil(caches.open(name).then((c) => c.addAll(keep)).then(() => self.skipWaiting())));
self.addEventListener("activate", (e) => e.waitUntil(caches.keys().then((all) => Promise.all(all.filter((k) => k !== name).map((k) => caches.delete(k)))).then(() => self.clients.claim())));
self.addEventListener("fetch", (e) => {
  if (e.request.mode === "navigate" && e.request.method === "GET") e.respondWith(fetch(e.request).catch(() => caches.match("/offline")));
  else if (new URL(e.request.url).pathname.startsWith("/assets/")) e.respondWith(caches.match(e.request).then((hit) => hit || fetch(e.request)));
});

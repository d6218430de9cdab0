package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"mime"
	"net/http"
	"path"
	"regexp"
	"slices"
	"sort"
	"strings"
)

//go:embed assets
var files embed.FS

// asset is one file as it is served: under a name that holds its hash, so that a cache may keep it for ever.
type asset struct {
	url, kind, tag string
	plain, zipped  []byte // zipped is nil where it saves nothing
}

type assets struct {
	byName map[string]*asset // "app.css"
	byURL  map[string]*asset
	worker *asset // the service worker, whose address cannot change
}

var fontURL = regexp.MustCompile(`url\((fonts/[^)]+)\)`)

// loadAssets hashes every embedded file, the fonts first, as the stylesheet names them.
func loadAssets() (*assets, error) {
	a := &assets{byName: map[string]*asset{}, byURL: map[string]*asset{}}
	names, err := fs.Glob(files, "assets/fonts/*")
	if err != nil {
		return nil, err
	}
	rest, err := fs.Glob(files, "assets/*.*")
	if err != nil {
		return nil, err
	}
	for _, name := range append(names, rest...) {
		body, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if err := a.add(strings.TrimPrefix(name, "assets/"), body); err != nil {
			return nil, err
		}
	}
	return a, a.addWorker()
}

func (a *assets) add(name string, body []byte) error {
	if name == "app.css" {
		body = fontURL.ReplaceAllFunc(body, func(m []byte) []byte {
			if f := a.byName[string(m[4:len(m)-1])]; f != nil {
				return []byte("url(" + f.url + ")")
			}
			return m
		})
	}
	sum := sha256.Sum256(body)
	tag := hex.EncodeToString(sum[:6])
	ext := path.Ext(name)
	one := &asset{
		url:   "/assets/" + strings.TrimSuffix(path.Base(name), ext) + "." + tag + ext,
		kind:  kindOf(ext),
		tag:   `"` + tag + `"`,
		plain: body,
	}
	if ext != ".woff2" {
		zipped, err := squeeze(body)
		if err != nil {
			return err
		}
		one.zipped = zipped
	}
	a.byName[name], a.byURL[one.url] = one, one
	return nil
}

// addWorker writes the service worker: its version is the hash of what it keeps.
func (a *assets) addWorker() error {
	keep := []string{"/offline"}
	for name, one := range a.byName {
		if strings.HasSuffix(name, ".woff2") || name == "app.css" || name == "app.js" {
			keep = append(keep, one.url)
		}
	}
	sort.Strings(keep)
	list, err := json.Marshal(keep)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(list)
	body := string(a.byName["sw.js"].plain)
	body = strings.NewReplacer("{{.Version}}", hex.EncodeToString(sum[:6]), "{{.Keep}}", string(list)).Replace(body)
	a.worker = &asset{kind: kindOf(".js"), plain: []byte(body)}
	return nil
}

func kindOf(ext string) string {
	switch ext {
	case ".woff2":
		return "font/woff2"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	}
	return mime.TypeByExtension(ext)
}

func squeeze(body []byte) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(body); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil || b.Len() >= len(body) {
		return nil, err
	}
	return b.Bytes(), nil
}

// url gives the hashed address of an asset; an unknown name is an error, so that a template cannot name a missing file.
func (a *assets) url(name string) (string, error) {
	if one := a.byName[name]; one != nil {
		return one.url, nil
	}
	return "", fmt.Errorf("web: no asset %q", name)
}

// ServeHTTP serves /assets/…: immutable for a year, gzip made at start, 304 on the tag.
func (a *assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	one := a.byURL[r.URL.Path]
	if one == nil {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("ETag", one.tag)
	h.Set("X-Content-Type-Options", "nosniff")
	if strings.Contains(r.Header.Get("If-None-Match"), one.tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	one.write(w, r)
}

func (one *asset) write(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", one.kind)
	body := one.plain
	if one.zipped != nil {
		h.Set("Vary", "Accept-Encoding")
		if takesGzip(r) {
			h.Set("Content-Encoding", "gzip")
			body = one.zipped
		}
	}
	h.Set("Content-Length", fmt.Sprint(len(body)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // a reader who went away is not our error
	}
}

func takesGzip(r *http.Request) bool {
	return strings.Contains(r.Header.Get("Accept-Encoding"), "gzip")
}

// AssetURLs lists the addresses of all assets, for whoever writes the pages to files.
func (k *Kit) AssetURLs() []string {
	return slices.Sorted(maps.Keys(k.assets.byURL))
}

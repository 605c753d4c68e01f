package theme

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
)

// svg returns a picture that its width tells apart from others.
func svg(width int) string {
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="10"/>`, width)
}

// hero returns the feature image of a built post, or "".
func hero(t *testing.T, public, post string) string {
	t.Helper()
	return regexp.MustCompile(`(?s)<div class=["']?hero["']?>.*?</div>`).FindString(read(t, public, "p", post, "index.html"))
}

// TestFeatureImage shows which picture each kind of front matter means. Widths
// tell the places apart: 1 bundle, 2 assets, 3 static.
func TestFeatureImage(t *testing.T) {
	posts := map[string]struct{ front, want string }{
		"none":           {``, ``},
		"bundle-first":   {`feature_image = "a.svg"`, `src=/p/bundle-first/a.svg alt width=1 `},
		"dot":            {`image = "./a.svg"`, `width=1 `},
		"assets-second":  {`feature_image = "b.svg"`, `src=/b.svg alt width=2 `},
		"static-third":   {`feature_image = "c.svg"`, `src=/c.svg alt width=3 `},
		"site-path":      {`feature_image = "/a.svg"`, `width=2 `}, // not the bundle's
		"site-static":    {`feature_image = "/c.svg"`, `width=3 `},
		"folder":         {`feature_image = "sub/d.svg"`, `width=3 `},
		"key-order":      {"cover = \"c.svg\"\nimage = \"b.svg\"", `width=2 `},
		"nested":         {"[cover]\nimage = \"a.svg\"\nalt = \"Lời tả\"", `alt="Lời tả" width=1 `},
		"list":           {`images = ["c.svg", "a.svg"]`, `width=3 `},
		"empty-is-unset": {"feature_image = \" \"\ncover = \"b.svg\"", `width=2 `},
		"extra":          {"[extra]\nfeature_image = \"c.svg\"", `width=3 `},
		"top-first":      {"images = [\"a.svg\"]\n[extra]\nfeature_image = \"c.svg\"", `width=1 `},
		"not-a-text":     {`image = 7`, ``},
		"alt":            {"image = \"a.svg\"\nimage_alt = \"Mô tả\"", `alt="Mô tả" `},
		"lost":           {`image = "nowhere.png"`, ``},
		"above":          {`image = "../../c.svg"`, ``},
		"not-a-picture":  {`image = "note.txt"`, ``},
		"named":          {"[[resources]]\nsrc = \"a.svg\"\nname = \"bia\"\n[params]\nimage = \"bia\"", `width=1 `},
		"remote":         {`feature_image = "https://example.com/x.jpg"`, `src=https://example.com/x.jpg alt `},
		"protocol-less":  {`feature_image = "//example.com/x.jpg"`, `src=//example.com/x.jpg alt `},
	}
	files := map[string]string{
		"assets/a.svg": svg(2), "assets/b.svg": svg(2),
		"static/a.svg": svg(3), "static/b.svg": svg(3), "static/c.svg": svg(3), "static/sub/d.svg": svg(3),
	}
	for name, post := range posts {
		files["content/p/"+name+"/index.md"] = "+++\ntitle = \"x\"\ndate = 2024-01-01\n" + post.front + "\n+++\nx\n"
		files["content/p/"+name+"/a.svg"] = svg(1)
		files["content/p/"+name+"/note.txt"] = "x"
	}
	public := build{source: site(t, files)}.mustRun(t)
	for name, post := range posts {
		got := hero(t, public, name)
		if post.want == "" && got != "" || !strings.Contains(got, post.want) {
			t.Errorf("%s: with %s the page shows %q, want %q", name, post.front, got, post.want)
		}
	}
}

// A picture that can be scaled comes in three formats, never larger than it is.
func TestPicture(t *testing.T) {
	source := site(t, map[string]string{
		"content/p/x/index.md": "+++\ntitle = \"x\"\ndate = 2024-01-01\nimage = \"x.png\"\n+++\n![y](y.png)\n",
		"content/p/x/x.png":    picture(1000, 500, shade),
		"content/p/x/y.png":    "not a picture",
	})
	got := hero(t, build{source: source}.mustRun(t), "x")
	for _, want := range []string{
		"type=image/avif", "type=image/webp", " 480w", " 800w", " 1000w", "src=/p/x/x.png", "width=1000 height=500", "fetchpriority=high",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nlacks %s", got, want)
		}
	}
	if strings.Contains(got, "1280w") || strings.Contains(got, "loading=lazy") {
		t.Errorf("%s\nis scaled up or lazy", got)
	}
}

// A remote picture is fetched only when the site asks for it, and one that
// cannot be fetched does not stop the build.
func TestRemoteImage(t *testing.T) {
	var hits atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		hits.Add(1)
		if path.Base(r.URL.Path) != "x.png" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "image/png")
		fmt.Fprint(w, picture(600, 300, shade))
	}))
	defer server.Close()
	for _, fetch := range []bool{false, true} {
		hits.Store(0)
		source := site(t, map[string]string{
			"hugo.toml":              fmt.Sprintf("baseURL = \"https://example.org/\"\nlocale = \"vi-VN\"\ndefaultContentLanguage = \"vi\"\ntitle = \"x\"\ntheme = \"theme\"\n[params]\nfetchRemoteImages = %v\n[security.http]\nurls = ['.*']\n", fetch),
			"content/p/here.md":      "+++\ntitle = \"x\"\ndate = 2024-01-01\nimage = \"" + server.URL + "/x.png\"\n+++\nx\n",
			"content/p/not-there.md": "+++\ntitle = \"x\"\ndate = 2024-01-01\nimage = \"" + server.URL + "/gone.png\"\n+++\nx\n",
		})
		public := build{source: source, args: []string{"--cacheDir", t.TempDir()}}.mustRun(t)
		here, gone := hero(t, public, "here"), hero(t, public, "not-there")
		if fetched := strings.Contains(here, "image/avif"); fetched != fetch || (hits.Load() > 0) != fetch {
			t.Errorf("fetchRemoteImages = %v: %d requests, and the page shows %s", fetch, hits.Load(), here)
		}
		if want := "src=" + server.URL + "/gone.png"; !strings.Contains(gone, want) {
			t.Errorf("fetchRemoteImages = %v: a picture that is gone: %q, want %s", fetch, gone, want)
		}
	}
}

// An unmodified post of another generator reads well: its divider gives the
// summary and its [extra] the picture.
func TestZolaPost(t *testing.T) {
	public := kitchen(t)
	html := read(t, public, "bai-viet", "bai-viet-kieu-zola", "index.html")
	if !strings.Contains(html, "/anh/tinh_hu_") {
		t.Error("the feature image of [extra] is not shown")
	}
	if strings.Contains(html, "taxonomies]") || strings.Contains(html, "more --") {
		t.Error("the page shows its own front matter or divider")
	}
	if list := read(t, public, "bai-viet", "index.html"); !strings.Contains(list, "<p>Dòng này là tóm tắt, viết trước dấu ngắt kiểu cũ.</p>") {
		t.Error("the list does not show the summary before <!-- more -->")
	}
}

// The divider of the contract is no divider inside code.
func TestSummary(t *testing.T) {
	posts := map[string]struct{ text, want string }{
		"hugo":     {"một\n\n<!--more-->\n\nhai <!-- more --> ba", "một"},
		"contract": {"một *hai*\n\n- ba\n- bốn\n\n<!-- more -->\n\nnăm", "một hai ba bốn"},
		"code":     {"một\n\n```\n<!-- more -->\n```\n\nhai\n\n<!-- more -->\n\nba", "một &lt;!-- more --> hai"},
		"only":     {"một\n\n```\n<!-- more -->\n```\n", "lời giới thiệu"},
		"none":     {"một", "lời giới thiệu"},
	}
	files := map[string]string{}
	for name, post := range posts {
		files["content/p/"+name+".md"] = "+++\ntitle = \"x\"\ndate = 2024-01-01\ndescription = \"lời giới thiệu\"\n+++\n" + post.text + "\n"
	}
	public := build{source: site(t, files)}.mustRun(t)
	items := strings.Split(read(t, public, "p", "index.html"), "<li class=post")
	for name, post := range posts {
		for _, item := range items {
			if strings.Contains(item, "/p/"+name+"/") && !strings.Contains(item, "<p>"+post.want+"</p>") {
				t.Errorf("%s: the list shows %s, want %s", name, item, post.want)
			}
		}
	}
}

// TestSeeds builds a real post of another generator, where one lies beside the repository.
func TestSeeds(t *testing.T) {
	names, _ := filepath.Glob(filepath.Join(repository(), "..", "shared", "seeds", "000*")) // the pattern is a valid one
	if len(names) == 0 {
		t.Skip("no seeds on this machine")
	}
	public := build{source: site(t, map[string]string{"content/p/seed.md": read(t, names[0])}), args: []string{"--buildDrafts"}}.mustRun(t)
	html := read(t, public, "p", "giai-thich-cac-thuat-ngu", "index.html")
	for _, want := range []string{"https://images.unsplash.com/photo-1677623466232-190170e88155", "Product Owner vs Product Manager"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if list := read(t, public, "p", "index.html"); !strings.Contains(list, "<p>Title BA, PO, PM</p>") {
		t.Error("the list does not show what stands before <!-- more -->")
	}
}

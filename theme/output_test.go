package theme

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"encoding/xml"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// eachFile calls visit with the slash-separated name and the text of every file of one of the kinds (".html").
func eachFile(t *testing.T, public string, kinds string, visit func(name, text string)) {
	t.Helper()
	n := 0
	err := fs.WalkDir(os.DirFS(public), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.Contains(kinds, filepath.Ext(name)) {
			n++
			visit(name, read(t, public, filepath.FromSlash(name)))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if n == 0 {
		t.Fatalf("no %s below the site", kinds)
	}
}

func TestNoLeftovers(t *testing.T) {
	for _, public := range []string{kitchen(t), blog(t)} {
		eachFile(t, public, ".html.xml.json.txt", func(name, text string) {
			for _, trace := range []string{"ZgotmplZ", "[i18n]", "(<nil>)", "&lt;nil&gt;", "HAHAHUGO", "map[", "%!"} {
				if strings.Contains(text, trace) {
					t.Errorf("%s contains %q", name, trace)
				}
			}
		})
	}
}

// A Content-Security-Policy of default-src 'self' allows none of these.
func TestNothingInline(t *testing.T) {
	forbidden := map[string]*regexp.Regexp{
		"inline style":   regexp.MustCompile(`<[^>]*\sstyle=|<style`),
		"event handler":  regexp.MustCompile(`<[a-z][^>]*\son[a-z]+=`),
		"inline script":  regexp.MustCompile(`<script(?: [^>]*)?>[^<]`),
		"foreign script": regexp.MustCompile(`<(?:script|iframe|source)[^>]*\s(?:src|srcset)=["']?(?:https?:)?//`),
		"foreign sheet":  regexp.MustCompile(`<link[^>]*rel=["']?(?:stylesheet|preload|icon)[^>]*href=["']?(?:https?:)?//`),
	}
	data := regexp.MustCompile(`<script type=["']?application/ld\+json["']?>.*?</script>`)
	for _, public := range []string{kitchen(t), blog(t)} {
		eachFile(t, public, ".html", func(name, text string) {
			text = data.ReplaceAllString(text, "")
			for what, pattern := range forbidden {
				if found := pattern.FindString(text); found != "" {
					t.Errorf("%s: %s: %s", name, what, found)
				}
			}
		})
	}
}

func zipped(text string) int {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // the level is a valid one
	w.Write([]byte(text))
	w.Close()
	return out.Len()
}

// The budget of a page that a cheap phone loads.
func TestWeights(t *testing.T) {
	public := kitchen(t)
	asset := regexp.MustCompile(`(?:href|src)=["']?/((?:css|js)/[^"' >]+)`)
	for _, page := range []struct {
		name  string
		total int // of everything but pictures; 0 is no limit
	}{
		{"index.html", 0},
		{"bai-viet/po-va-pm/index.html", 0},
		{"bai-viet/khong-anh/index.html", 20 << 10},
		{"thuat-ngu/index.html", 0},
		{"thuat-ngu/product-owner/index.html", 0},
		{"tim-kiem/index.html", 0},
	} {
		html := read(t, public, page.name)
		sum := map[string]int{".html": zipped(html)}
		for _, found := range asset.FindAllStringSubmatch(html, -1) {
			sum[filepath.Ext(found[1])] += zipped(read(t, public, found[1]))
		}
		total := sum[".html"] + sum[".css"] + sum[".js"]
		t.Logf("%-36s html %5d  css %5d  js %5d  in all %6d bytes gzipped", page.name, sum[".html"], sum[".css"], sum[".js"], total)
		if sum[".css"] == 0 || sum[".css"] > 6<<10 {
			t.Errorf("%s: %d bytes of CSS, want 1 to %d", page.name, sum[".css"], 6<<10)
		}
		if sum[".js"] == 0 || sum[".js"] > 2<<10 {
			t.Errorf("%s: %d bytes of JavaScript, want 1 to %d", page.name, sum[".js"], 2<<10)
		}
		if page.total > 0 && total > page.total {
			t.Errorf("%s: %d bytes in all, want at most %d", page.name, total, page.total)
		}
	}
}

func TestRSS(t *testing.T) {
	var feed struct {
		Channel struct {
			Language string `xml:"language"`
			Items    []struct {
				Title      string   `xml:"title"`
				Link       string   `xml:"link"`
				Summary    string   `xml:"description"`
				Categories []string `xml:"category"`
				Content    string   `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
			} `xml:"item"`
		} `xml:"channel"`
	}
	if err := xml.Unmarshal([]byte(read(t, kitchen(t), "index.xml")), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.Channel.Language != "vi-VN" {
		t.Errorf("language %q", feed.Channel.Language)
	}
	for _, item := range feed.Channel.Items {
		if !strings.Contains(item.Link, "/po-va-pm/") {
			continue
		}
		if want := "Ở nhiều công ty"; !strings.HasPrefix(item.Summary, want) {
			t.Errorf("summary %q, want %q…", item.Summary, want)
		}
		if len(item.Categories) != 4 {
			t.Errorf("categories %q, want 4", item.Categories)
		}
		for _, want := range []string{
			"Ghi chú AI: AI viết; công cụ: mô hình ngôn ngữ lớn; chưa có người duyệt.",
			`<a href="https://example.org/thuat-ngu/product-owner/">PO</a>`,
			"Hỏi “ai chịu trách nhiệm”", // the end: the text is whole
		} {
			if !strings.Contains(item.Content, want) {
				t.Errorf("the text of %s lacks %q", item.Link, want)
			}
		}
		for _, other := range []string{`="/`, "<button", "srcset", `class="anchor"`} {
			if strings.Contains(item.Content, other) {
				t.Errorf("the text of %s has %q, which a feed reader cannot use", item.Link, other)
			}
		}
		return
	}
	t.Error("the feed lacks po-va-pm")
}

func TestJSONFeed(t *testing.T) {
	var feed struct {
		Version string `json:"version"`
		FeedURL string `json:"feed_url"`
		Items   []struct {
			ID      string   `json:"id"`
			Date    string   `json:"date_published"`
			Content string   `json:"content_html"`
			Summary string   `json:"summary"`
			Tags    []string `json:"tags"`
			AI      struct {
				Level string `json:"level"`
			} `json:"_ai"`
		} `json:"items"`
	}
	if err := json.Unmarshal([]byte(read(t, kitchen(t), "feed.json")), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.Version != "https://jsonfeed.org/version/1.1" || feed.FeedURL != "https://example.org/feed.json" {
		t.Errorf("version %q at %q", feed.Version, feed.FeedURL)
	}
	levels := map[string]string{}
	for _, item := range feed.Items {
		levels[item.ID] = item.AI.Level
		if item.Content == "" || item.Summary == "" || item.Date == "" {
			t.Errorf("%s lacks its text, summary or date", item.ID)
		}
	}
	if got := levels["https://example.org/bai-viet/bep/"]; got != "ai-assisted" {
		t.Errorf("level of bep %q, want ai-assisted", got)
	}
	if len(feed.Items) != 8 {
		t.Errorf("%d items, want the 8 posts and no glossary entry", len(feed.Items))
	}
}

// linkedData returns the objects of the page's JSON-LD by type.
func linkedData(t *testing.T, html string) map[string]map[string]any {
	t.Helper()
	_, rest, ok := strings.Cut(html, "application/ld+json")
	if !ok {
		t.Fatal("no JSON-LD")
	}
	rest = rest[strings.Index(rest, ">")+1:]
	text, _, _ := strings.Cut(rest, "</script>")
	var data struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(text), &data); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	types := map[string]map[string]any{}
	for _, object := range data.Graph {
		types[object["@type"].(string)] = object
	}
	return types
}

func TestLinkedData(t *testing.T) {
	public := kitchen(t)
	post := linkedData(t, read(t, public, "bai-viet/po-va-pm/index.html"))
	if got, want := post["BlogPosting"]["digitalSourceType"], "https://schema.org/TrainedAlgorithmicMediaDigitalSource"; got != want {
		t.Errorf("digitalSourceType %v, want %v", got, want)
	}
	if got, want := post["BlogPosting"]["dateModified"], "2023-06-02T09:00:00+07:00"; got != want {
		t.Errorf("dateModified %v, want %v", got, want)
	}
	if post["BreadcrumbList"] == nil {
		t.Error("a post has no breadcrumb")
	}
	term := linkedData(t, read(t, public, "thuat-ngu/product-owner/index.html"))["DefinedTerm"]
	if term["name"] != "Product Owner" || term["termCode"] != "PO" || term["inDefinedTermSet"] == nil {
		t.Errorf("DefinedTerm %v", term)
	}
	set := linkedData(t, read(t, public, "thuat-ngu/index.html"))["DefinedTermSet"]
	if terms, _ := set["hasDefinedTerm"].([]any); len(terms) != 17 {
		t.Errorf("DefinedTermSet has %d terms, want 17", len(terms))
	}
}

func TestDisclosure(t *testing.T) {
	public := kitchen(t)
	for name, want := range map[string]string{
		"bai-viet/po-va-pm/index.html":  "AI viết; công cụ: mô hình ngôn ngữ lớn; chưa có người duyệt.",
		"bai-viet/bep/index.html":       "Người viết, có AI hỗ trợ; công cụ: ChatGPT; phần dùng AI: bản dịch; người duyệt: Nguyễn Thị Thử, ngày 04 tháng 01 năm 2024.",
		"bai-viet/khong-anh/index.html": "Người viết, không dùng AI.",
	} {
		html := read(t, public, name)
		if !strings.Contains(html, want) || !strings.Contains(html, "/chinh-sach-ai/") {
			t.Errorf("%s does not say %q with a link to the policy", name, want)
		}
		if !regexp.MustCompile(`<meta name=["']?ai-disclosure`).MatchString(html) {
			t.Errorf("%s has no ai-disclosure", name)
		}
	}
	if html := read(t, public, "bai-viet/anh-svg/index.html"); strings.Contains(html, "ai-disclosure") {
		t.Error("a post that says nothing about AI discloses something")
	}
}

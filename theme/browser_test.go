package theme

import (
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// serve serves a built site on loopback as a host would: texts gzipped, and under
// the policy that the theme promises to bear.
func serve(t *testing.T, public string) string {
	t.Helper()
	files := http.FileServer(http.Dir(public))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		switch path.Ext(r.URL.Path) {
		case ".avif":
			w.Header().Set("Content-Type", "image/avif") // not every system's table knows it
		case "", ".html", ".css", ".js", ".json", ".svg":
			r.Header.Del("Range")
			w.Header().Set("Content-Encoding", "gzip")
			zip := gzip.NewWriter(w)
			defer zip.Close()
			w = gzipped{w, zip}
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// gzipped is an answer whose body is compressed on the way.
type gzipped struct {
	http.ResponseWriter
	zip *gzip.Writer
}

func (g gzipped) Write(text []byte) (int, error) { return g.zip.Write(text) }

func (g gzipped) WriteHeader(status int) {
	g.Header().Del("Content-Length") // that of the file
	g.ResponseWriter.WriteHeader(status)
}

// chromium returns the path of the browser, or skips the test.
func chromium(t testing.TB) string {
	t.Helper()
	for _, name := range []string{os.Getenv("CHROME_PATH"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	missing(t, "there is no Chromium (looked at CHROME_PATH and for chromium, chromium-browser, google-chrome)")
	return ""
}

var browserFlags = []string{
	"headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-dev-shm-usage",
	"disable-background-networking", "disable-component-update", "disable-sync",
	"hide-scrollbars", // as on a phone, where they lie over the page
}

var (
	browserMutex   sync.Mutex
	browserContext context.Context
	browserClosers []context.CancelFunc
)

// openBrowser starts the browser that all tests share.
func openBrowser(t testing.TB) context.Context {
	t.Helper()
	executable := chromium(t)
	browserMutex.Lock()
	defer browserMutex.Unlock()
	if browserContext != nil {
		return browserContext
	}
	options := []chromedp.ExecAllocatorOption{chromedp.ExecPath(executable), chromedp.WSURLReadTimeout(time.Minute)}
	for _, name := range browserFlags {
		options = append(options, chromedp.Flag(name, true))
	}
	allocator, closeAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, closeContext := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {})) // events newer than the protocol's types
	if err := chromedp.Do(ctx); err != nil {
		closeContext()
		closeAllocator()
		t.Fatalf("%s does not start: %v", executable, err)
	}
	browserContext, browserClosers = ctx, []context.CancelFunc{closeContext, closeAllocator}
	return ctx
}

func closeBrowser() {
	for _, cancel := range browserClosers {
		cancel()
	}
}

// A view is how a reader looks at a page.
type view struct {
	width    int64
	dark     bool
	noScript bool
}

// A tab is one page in the browser, and what it did that it should not.
type tab struct {
	testing.TB
	ctx  context.Context
	base string

	mutex  sync.Mutex
	faults []string // console messages, exceptions, requests to elsewhere
}

// openTab opens base + path and waits until it is loaded.
func openTab(t testing.TB, base, path string, v view) *tab {
	t.Helper()
	ctx, closeTab := chromedp.NewContext(openBrowser(t))
	t.Cleanup(closeTab)
	if err := chromedp.Do(ctx); err != nil { // a deadline before this one would end the browser
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	t.Cleanup(cancel)
	b := &tab{TB: t, ctx: ctx, base: base}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	b.prefer(map[bool]string{false: "light", true: "dark"}[v.dark])
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: v.noScript})
	b.do(chromedp.EmulateViewport(v.width, 800), chromedp.Navigate(base+path))
	return b
}

// prefer makes the system light or dark.
func (b *tab) prefer(scheme string) {
	b.Helper()
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
}

// call runs a command of the DevTools protocol; an error ends the test.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) {
	b.Helper()
	if _, err := chromedp.Call(b.ctx, command, params); err != nil {
		b.Fatal(err)
	}
}

func (b *tab) listen(event any) {
	fault := ""
	switch event := event.(type) {
	case *runtime.EventConsoleAPICalled:
		fault = fmt.Sprintf("console.%s", event.Type)
	case *runtime.EventExceptionThrown:
		fault = fmt.Sprintf("exception: %s at %s:%d", event.ExceptionDetails.Text, event.ExceptionDetails.URL, event.ExceptionDetails.LineNumber)
	case *log.EventEntryAdded:
		fault = fmt.Sprintf("%s: %s (%s)", event.Entry.Level, event.Entry.Text, event.Entry.URL)
	case *network.EventRequestWillBeSent:
		if u, err := url.Parse(event.Request.URL); err == nil && u.Scheme != "data" && !strings.HasPrefix(event.Request.URL, b.base) {
			fault = "request to " + event.Request.URL
		}
	}
	if fault != "" {
		b.mutex.Lock()
		b.faults = append(b.faults, fault)
		b.mutex.Unlock()
	}
}

// do performs the actions; an error ends the test.
func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// eval returns the value of a JavaScript expression, of a promise too.
func eval[T any](b *tab, expression string) T {
	b.Helper()
	value, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatal(err)
	}
	return value
}

// text returns the value of an expression that gives a string.
func (b *tab) text(expression string) string {
	b.Helper()
	return eval[string](b, expression)
}

// noFaults reports what the page did that it should not.
func (b *tab) noFaults() {
	b.Helper()
	b.mutex.Lock()
	defer b.mutex.Unlock()
	for _, fault := range b.faults {
		b.Error(fault)
	}
}

// modules returns the path of a file of an npm package, or skips the test.
func modules(t testing.TB, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{repository(), "theme", "node_modules"}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		missing(t, "theme/node_modules lacks "+filepath.Join(elem...)+": run npm ci --prefix theme")
	}
	return path
}

// keepPicture writes a picture of the whole page to the folder that SCREENSHOTS names.
func (b *tab) keepPicture(name string) {
	b.Helper()
	dir := os.Getenv("SCREENSHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
	if err != nil {
		b.Fatal(err)
	}
	write(b, filepath.Join(dir, name+".png"), string(png))
}

// TestReadmePictures writes, with -update, the pictures of README.md from the blog.
func TestReadmePictures(t *testing.T) {
	if !*update {
		t.Skip("the pictures are written with -update only")
	}
	base := serve(t, blog(t))
	for name, shot := range map[string]struct {
		path string
		view view
	}{
		"home":          {"/", view{width: 1280}},
		"glossary-dark": {"/thuat-ngu/", view{width: 1280, dark: true}},
		"entry":         {"/thuat-ngu/product-owner/", view{width: 1280}},
		"post-phone":    {"/bai-viet/product-owner-va-product-manager/", view{width: 360, dark: true}},
		"entry-phone":   {"/thuat-ngu/product-owner/", view{width: 360}},
	} {
		b := openTab(t, base, shot.path, shot.view)
		png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join("images", name+".png"), string(png))
	}
}

package theme

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// pages is one page of every kind, and the awkward ones.
var pages = []struct{ name, path string }{
	{"home", "/"},
	{"list", "/bai-viet/"},
	{"list-end", "/bai-viet/page/2/"},
	{"post", "/bai-viet/po-va-pm/"},
	{"post-everything", "/bai-viet/bep/"},
	{"post-plain", "/bai-viet/khong-anh/"},
	{"post-svg", "/bai-viet/anh-svg/"},
	{"page", "/gioi-thieu/"},
	{"taxonomy", "/the/"},
	{"term", "/chuyen-muc/quan-ly-san-pham/"},
	{"term-of-entries", "/the/thuat-ngu/"},
	{"glossary", "/thuat-ngu/"},
	{"entry", "/thuat-ngu/product-owner/"},
	{"entry-long", "/thuat-ngu/tu-rat-dai/"},
	{"archive", "/luu-tru/"},
	{"search", "/tim-kiem/?q=quan+ly"},
	{"not-found", "/404.html"},
}

// TestReading looks at every kind of page on phone and desktop, light and dark,
// as axe-core, the console and the network see it. All text, not only running
// text, is held to the higher contrast of 7:1, a rule that axe leaves off.
func TestReading(t *testing.T) {
	axe := read(t, modules(t, "axe-core", "axe.min.js"))
	openBrowser(t)
	base := serve(t, kitchen(t))
	t.Run("pages", func(t *testing.T) { // ends when the parallel tests in it have
		for _, page := range pages {
			for _, width := range []int64{360, 1280} {
				t.Run(fmt.Sprintf("%s-%d", page.name, width), func(t *testing.T) {
					t.Parallel()
					b := openTab(t, base, page.path, view{width: width})
					if overflow := eval[int](b, `document.documentElement.scrollWidth - innerWidth`); overflow > 0 {
						t.Errorf("the page is %d pixels wider than the screen", overflow)
					}
					if swapped := b.text(outOfOrder); swapped != "" {
						t.Errorf("%s does not stand below what comes before it", swapped)
					}
					b.do(chromedp.Evaluate[chromedp.Void](axe))
					for _, scheme := range []string{"light", "dark"} {
						b.prefer(scheme)
						b.violations(scheme)
						b.keepPicture(fmt.Sprintf("%s-%d-%s", page.name, width, scheme))
					}
					b.noFaults()
				})
			}
		}
	})
}

// outOfOrder names a block of the page that is not shown below the block before
// it. The table of contents may stand beside the text.
const outOfOrder = `(() => {
	const blocks = [...document.querySelectorAll("main > .wrap > :not(.contents, script, noscript)")].filter((e) => e.checkVisibility());
	const swapped = blocks.find((e, i) => i > 0 && e.getBoundingClientRect().top < blocks[i - 1].getBoundingClientRect().bottom - 1);
	return swapped ? swapped.outerHTML.slice(0, 80) : "";
})()`

// violations reports what axe-core, which must be loaded, finds on the page.
func (b *tab) violations(scheme string) {
	b.Helper()
	var found []struct{ ID, Help, Target, Summary string }
	text := b.text(`(async () => {
		const result = await axe.run(document, {rules: {"color-contrast-enhanced": {enabled: true}}});
		return JSON.stringify(result.violations.flatMap((v) =>
			v.nodes.map((n) => ({ID: v.id, Help: v.help, Target: n.target.join(" "), Summary: n.failureSummary}))));
	})()`)
	if err := json.Unmarshal([]byte(text), &found); err != nil {
		b.Fatal(err)
	}
	for _, v := range found {
		b.Errorf("axe, %s: %s (%s) at %s: %s", scheme, v.ID, v.Help, v.Target, v.Summary)
	}
}

// TestKeyboard walks through pages with the Tab key: every control is reached
// in its turn, on the screen, and with a visible outline.
func TestKeyboard(t *testing.T) {
	openBrowser(t)
	base := serve(t, kitchen(t))
	t.Run("pages", func(t *testing.T) { // ends when the parallel tests in it have
		for _, path := range []string{"/", "/bai-viet/po-va-pm/", "/bai-viet/bep/", "/thuat-ngu/", "/thuat-ngu/product-owner/", "/tim-kiem/"} {
			for _, width := range []int64{360, 1280} {
				t.Run(fmt.Sprintf("%s-%d", strings.Trim(path, "/"), width), func(t *testing.T) {
					t.Parallel()
					b := openTab(t, base, path, view{width: width})
					want := eval[int](b, `(() => {
					window.controls = [...document.querySelectorAll("a[href], button, input, [tabindex='0']")].filter((e) => e.checkVisibility());
					window.reached = new Set();
					return controls.length;
				})()`)
					for range want + 1 {
						b.do(chromedp.KeyEvent(kb.Tab))
						if fault := b.text(`(() => {
						const e = document.activeElement;
						if (e === document.body) return "";
						reached.add(e);
						const style = getComputedStyle(e), box = e.getBoundingClientRect();
						const name = e.outerHTML.slice(0, 80);
						if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return name + " has no visible focus";
						if (box.width < 1 || box.bottom <= 0 || box.top >= innerHeight) return name + " has focus off the screen";
						return "";
					})()`); fault != "" {
							t.Error(fault)
						}
					}
					if lost := b.text(`controls.filter((e) => !reached.has(e)).map((e) => e.outerHTML.slice(0, 80)).join("\n")`); lost != "" {
						t.Errorf("the Tab key does not reach\n%s", lost)
					}
					b.noFaults()
				})
			}
		}
	})
}

// popover is the state of the first term of the post: "closed", or the text that is open.
const popover = `(() => {
	const open = document.querySelector(".pop:popover-open");
	return open ? open.innerText : "closed";
})()`

func TestPopover(t *testing.T) {
	base := serve(t, kitchen(t))
	for _, v := range []view{{width: 360}, {width: 1280}} {
		t.Run(fmt.Sprint(v.width), func(t *testing.T) {
			b := openTab(t, base, "/bai-viet/po-va-pm/", v)
			b.do(chromedp.Focus(chromedp.CSS(".term")), chromedp.KeyEvent(kb.Enter))
			if got := b.text(popover); !strings.Contains(got, "Người chịu trách nhiệm để sản phẩm") {
				t.Fatalf("Enter on a term: %q, want its definition", got)
			}
			inside := eval[bool](b, `(() => { const r = document.querySelector(".pop:popover-open").getBoundingClientRect();
				return r.left >= 0 && r.right <= innerWidth && r.height > 40; })()`)
			if !inside {
				t.Error("the popover leaves the screen")
			}
			b.do(chromedp.KeyEvent(kb.Tab))
			if got := b.text(`document.activeElement.closest(".pop") ? document.activeElement.pathname : ""`); got != "/thuat-ngu/product-owner/" {
				t.Errorf("Tab goes to %q, want the link to the entry in the popover", got)
			}
			b.do(chromedp.KeyEvent(kb.Escape))
			if got := b.text(popover); got != "closed" {
				t.Errorf("Escape leaves it open: %q", got)
			}
			if got := b.text(`document.activeElement.className`); got != "term" {
				t.Errorf("after Escape the focus is on %q, want the term", got)
			}
			b.noFaults()
		})
	}
}

// The switch changes what the system says, is remembered, and forgets when both agree.
func TestDarkSwitch(t *testing.T) {
	base := serve(t, kitchen(t))
	b := openTab(t, base, "/", view{width: 1280})
	state := `JSON.stringify([getComputedStyle(document.body).backgroundColor, document.querySelector(".switch").getAttribute("aria-pressed"), localStorage.getItem("theme")])`
	light := `["rgb(252, 252, 250)","false",null]`
	if got := b.text(state); got != light {
		t.Errorf("at first %s, want %s", got, light)
	}
	dark := `["rgb(21, 23, 26)","true","dark"]`
	b.do(chromedp.Click(chromedp.CSS(".switch")))
	if got := b.text(state); got != dark {
		t.Errorf("after the switch %s, want %s", got, dark)
	}
	b.do(chromedp.Navigate(base + "/thuat-ngu/"))
	if got := b.text(state); got != dark {
		t.Errorf("on the next page %s, want %s", got, dark)
	}
	b.do(chromedp.Click(chromedp.CSS(".switch")))
	if got := b.text(state); got != light {
		t.Errorf("switched back %s, want %s", got, light)
	}
	b.noFaults()
}

func TestWithoutScript(t *testing.T) {
	base := serve(t, kitchen(t))
	for _, path := range []string{"/thuat-ngu/", "/tim-kiem/?q=quan+ly"} {
		b := openTab(t, base, path, view{width: 360, noScript: true})
		visible := eval[int](b, `[...document.querySelectorAll("#found dt a")].filter((e) => e.checkVisibility()).length`)
		if visible < 17 {
			t.Errorf("%s shows %d entries, want all", path, visible)
		}
		if got := b.text(`[...document.querySelectorAll(".switch, .find input")].filter((e) => e.checkVisibility()).map((e) => e.outerHTML).join()`); got != "" {
			t.Errorf("%s shows a control that does nothing without a script: %s", path, got)
		}
		b.noFaults()
	}
	b := openTab(t, base, "/bai-viet/po-va-pm/", view{width: 360, noScript: true})
	b.do(chromedp.Click(chromedp.CSS(".term")))
	if got := b.text(popover); !strings.Contains(got, "Product Owner") {
		t.Errorf("a click on a term: %q, want its definition", got)
	}
	b = openTab(t, base, "/", view{width: 360, noScript: true, dark: true})
	if got, want := b.text(`getComputedStyle(document.body).backgroundColor`), "rgb(21, 23, 26)"; got != want {
		t.Errorf("a dark system gives %s, want %s", got, want)
	}
}

// find types a query and returns the names that are left, in order.
func (b *tab) find(query string) []string {
	b.Helper()
	b.text(`document.querySelector("#find").value = ""`)
	b.do(chromedp.SendKeys(chromedp.CSS("#find"), query))
	b.do(chromedp.Poll[chromedp.Void](`document.querySelector(".find [role=status]").textContent !== ""`))
	return strings.Split(b.text(`[...document.querySelectorAll("#found dt a")].filter((e) => e.checkVisibility()).map((e) => e.textContent).join("|")`), "|")
}

func TestFind(t *testing.T) {
	base := serve(t, kitchen(t))
	b := openTab(t, base, "/thuat-ngu/", view{width: 1280})
	for query, want := range map[string]string{
		"quan ly":            "Product Manager|Product Owner|Project Manager",
		"QUẢN LÝ":            "Product Manager|Product Owner|Project Manager",
		"duong dan":          "Đường dẫn người dùng",
		"dod":                "Định nghĩa hoàn thành",
		"hinh mau":           "Persona", // one of its other names
		"khong co gi o day?": "",
	} {
		if got := strings.Join(b.find(query), "|"); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
	if got, want := b.text(`document.querySelector(".find [role=status]").textContent`), "kết quả"; !strings.Contains(got, want) {
		t.Errorf("the status is %q, want …%s…", got, want)
	}
	b.noFaults()

	b = openTab(t, base, "/tim-kiem/?q=quan+ly", view{width: 1280})
	if got := b.text(`document.querySelector("#found dt a").textContent`); got != "Product Manager" {
		t.Errorf("a search for quan ly begins with %q, want Product Manager (quản lý sản phẩm)", got)
	}
	b.find("thu ky cua khach hang") // only in the body of a post
	b.do(chromedp.Poll[chromedp.Void](`[...document.querySelectorAll("#found dt a")].filter((e) => e.checkVisibility()).length === 1`))
	if got := b.text(`[...document.querySelectorAll("#found dt a")].find((e) => e.checkVisibility()).pathname`); got != "/bai-viet/po-va-pm/" {
		t.Errorf("the full text leads to %q", got)
	}
	b.noFaults()
}

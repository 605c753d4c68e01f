package locale

import (
	"errors"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"postlint/linter/lint"
	"postlint/linter/message"
)

// A verb is one of a format, with the argument that it is for, from 0.
var verbPattern = regexp.MustCompile(`%(?:\[(\d+)\])?([-+# 0]*\d*(?:\.\d+)?)([a-zA-Z%])`)

// verbsOf returns the verbs of a format by the argument that they are for. %v
// and %w count as %s.
func verbsOf(format string) map[int]string {
	verbs, next := map[int]string{}, 0
	for _, m := range verbPattern.FindAllStringSubmatch(format, -1) {
		if m[3] == "%" {
			continue
		}
		if m[1] != "" {
			next = int(m[1][0]-'0') - 1
		}
		verb := m[2] + m[3]
		if verb == "v" || verb == "w" {
			verb = "s"
		}
		verbs[next] = verb
		next++
	}
	return verbs
}

// words reports whether a format has words of its own, which a language may
// say otherwise.
func words(format string) bool {
	return strings.ContainsFunc(verbPattern.ReplaceAllString(format, ""), func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	})
}

// sameInBoth are formats that Vietnamese says as English does.
var sameInBoth = []string{
	"URL", "UTF-8", "%.1f kB", "%.1f MB", "--output: %s: %w", "--format: %w", "--lang: %w", "--site: %s: %w; %s", "[params.postlint]: %s: %s",
}

// TestCatalogues compares the catalogues with what the source says in English:
// nothing is missing, nothing is left over, and the verbs are the same.
func TestCatalogues(t *testing.T) {
	formats := sourceFormats(t)
	if len(formats) < 500 {
		t.Errorf("only %d formats found in the source", len(formats))
	}
	known := map[string]bool{}
	for i, catalogue := range catalogues {
		for english, said := range catalogue {
			if known[english] {
				t.Errorf("catalogue %d: %q is in another one, too", i, english)
			}
			known[english] = true
			if _, used := formats[english]; !used {
				t.Errorf("nothing says %q", english)
			}
			compare(t, english, said)
		}
	}
	for _, english := range sameInBoth {
		if _, used := formats[english]; !used || known[english] {
			t.Errorf("%q need not be an exception", english)
		}
	}
	for _, english := range slices.Sorted(maps.Keys(formats)) {
		if !known[english] && !slices.Contains(sameInBoth, english) {
			t.Errorf("%s: no Vietnamese for %q", formats[english], english)
		}
	}
}

// compare checks one entry of a catalogue.
func compare(t *testing.T, english, said string) {
	t.Helper()
	if strings.TrimSpace(said) == "" || english == said {
		t.Errorf("%q is said as %q", english, said)
	}
	if want, got := verbsOf(english), verbsOf(said); !maps.Equal(want, got) {
		t.Errorf("%q takes %v, %q takes %v", english, want, said, got)
	}
	placeholder := regexp.MustCompile("`[^`]*`")
	if want, got := placeholder.FindAllString(english, -1), placeholder.FindAllString(said, -1); !slices.Equal(want, got) {
		t.Errorf("%q has %v in backquotes, %q has %v", english, want, said, got)
	}
	if strings.HasSuffix(english, ".") != strings.HasSuffix(said, ".") || strings.HasPrefix(said, " ") {
		t.Errorf("%q and %q do not end alike", english, said)
	}
}

func TestParse(t *testing.T) {
	for name, want := range map[string]Language{
		"vi": Vietnamese, "vi_VN": Vietnamese, "vi_VN.UTF-8": Vietnamese, "vi-VN": Vietnamese, "VI": Vietnamese, "vi.utf8@euro": Vietnamese,
		"en": English, "en_US.UTF-8": English,
	} {
		if l, err := Parse(name); l != want || err != nil {
			t.Errorf("Parse(%q) = %s, %v", name, l, err)
		}
	}
	for _, name := range []string{"", "fr", "C", "vietnamese", "v"} {
		if l, err := Parse(name); l != English || err == nil || !strings.Contains(err.Error(), "expected en or vi") {
			t.Errorf("Parse(%q) = %s, %v", name, l, err)
		}
	}
}

func TestFromEnvironment(t *testing.T) {
	for _, c := range []struct {
		all, messages, lang string
		want                Language
	}{
		{"", "", "", English},
		{"", "", "C", English},
		{"", "", "C.UTF-8", English},
		{"", "", "vi_VN.UTF-8", Vietnamese},
		{"", "vi", "en_US.UTF-8", Vietnamese},
		{"", "C", "vi_VN", English},
		{"POSIX", "vi", "vi", English},
		{"vi-VN", "C", "C", Vietnamese},
		{"", "", "fr_FR.UTF-8", English},
	} {
		env := map[string]string{"LC_ALL": c.all, "LC_MESSAGES": c.messages, "LANG": c.lang}
		if got := FromEnvironment(func(name string) string { return env[name] }); got != c.want {
			t.Errorf("%q: %s, want %s", env, got, c.want)
		}
	}
}

// TestSay checks that arguments are said, too, and that errors from elsewhere
// stay as they are.
func TestSay(t *testing.T) {
	inner := message.Errorf("cannot be read: %w", fs.ErrPermission)
	for _, c := range []struct {
		m        lint.Message
		en, said string
	}{
		{lint.Msg("the post has no %s", lint.Msg("%s and %s", "a", "b")), "the post has no a and b", "bài viết không có a và b"},
		{lint.Msg("%s", inner), "cannot be read: permission denied", "không đọc được: không có quyền truy cập"},
		{lint.Msg("%q is spelled %q", "a", "b"), `"a" is spelled "b"`, `"a" phải viết là "b"`},
		{lint.Msg("(%s)", lint.Error), "(error)", "(lỗi)"},
		{lint.Msg("not in any catalogue"), "not in any catalogue", "not in any catalogue"},
	} {
		if got := English.Say(c.m); got != c.en {
			t.Errorf("English: %q, want %q", got, c.en)
		}
		if got := Vietnamese.Say(c.m); got != c.said {
			t.Errorf("Vietnamese: %q, want %q", got, c.said)
		}
	}
	if !errors.Is(inner, fs.ErrPermission) || inner.Error() != "cannot be read: permission denied" {
		t.Errorf("%v does not wrap its cause", inner)
	}
}

package vietnamese

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "",
		"Đường dẫn":                    "duong dan",
		norm.NFD.String("Đường dẫn"):   "duong dan",
		"TỐI ƯU HOÁ":                   "toi uu hoa",
		"Ærøskøbing Straße Łódź Œuvre": "aeroskobing strasse lodz oeuvre",
		"İstanbul ılık":                "istanbul ilik",
		"Йод, ёж":                      "йод, ёж",
		"हिन्दी":                       "हिन्दी",
		"한국어":                          "한국어",
		"a\xffB":                       "a\xffb",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Tối ưu hóa đường dẫn":        "toi-uu-hoa-duong-dan",
		"  C++ & Go: so sánh?  ":      "c-go-so-sanh",
		"don't":                       "dont",
		"日本":                          "",
		"Giai thich cac thuat ngu":    "giai-thich-cac-thuat-ngu",
		norm.NFD.String("Định nghĩa"): "dinh-nghia",
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestZolaSlug(t *testing.T) {
	for _, c := range []struct {
		in, want string
		exact    bool
	}{
		{"Tối ưu hóa", "toi-uu-hoa", true},
		{"Giai thich cac thuat ngu", "giai-thich-cac-thuat-ngu", true},
		{"My Test String!!!1!1", "my-test-string-1-1", true},
		{"test\nit   now!", "test-it-now", true},
		{"  --test_-_cool", "test-cool", true},
		{"Æúű--cool?", "aeuu-cool", true},
		{"You & Me", "you-me", true},
		{"user@example.com", "user-example-com", true},
		{"héhé", "hehe", true},
		{"test (hey)", "test-hey", true},
		{"don’t", "don-t", true},
		{"Đặng – Định", "dang-dinh", true},
		{norm.NFD.String("Tối ưu"), "toi-uu", true},
		{"日本", "", false},
		{"ok 😉", "ok", false},
		{"a\xff", "a", false},
	} {
		got, exact := ZolaSlugExact(c.in)
		if got != c.want || exact != c.exact || ZolaSlug(c.in) != got {
			t.Errorf("ZolaSlugExact(%q) = %q, %v, want %q, %v", c.in, got, exact, c.want, c.exact)
		}
	}
}

func TestCompare(t *testing.T) {
	sorted := strings.Fields("123 a A à ả ã á ạ ă ằ ặ â ậ b c d đ Đ e ê h i k ma mà mả mã má mạ mạn n o ô ơ t u ư x y")
	for i, a := range sorted {
		for j, b := range sorted {
			want := 0
			switch {
			case i < j:
				want = -1
			case i > j:
				want = 1
			}
			if got := Compare(a, b); got != want {
				t.Errorf("Compare(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
	}
	shuffled := slices.Clone(sorted)
	slices.Reverse(shuffled)
	slices.SortFunc(shuffled, Compare)
	if !slices.Equal(shuffled, sorted) {
		t.Errorf("sorted: %q", shuffled)
	}
}

// Words sort as golang.org/x/text, and with it Hugo, sorts them.
func TestCompareLikeCLDR(t *testing.T) {
	list := fieldsOf(sample)
	c := collate.New(language.Vietnamese)
	for i := range list {
		for j := i + 1; j < min(len(list), i+40); j++ {
			want := c.CompareString(list[i], list[j])
			if got := Compare(list[i], list[j]); want != 0 && got != want {
				t.Fatalf("Compare(%q, %q) = %d, CLDR says %d", list[i], list[j], got, want)
			}
		}
	}
}

package vietnamese

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestFindLookalikes(t *testing.T) {
	for in, want := range map[string]string{
		"ðường dẫn":                  "đường dẫn",
		"Ðịnh nghĩa":                 "Định nghĩa",
		"Ɖà Nẵng rất đẹp":            "Đà Nẵng rất đẹp",
		"sản phẩm ðã có":             "sản phẩm đã có",
		"quản lý ðơn hàng":           "quản lý đơn hàng",
		"Kubеrnetes":                 "Kubernetes", // Cyrillic е
		"thuật ngữ cоntainer":        "thuật ngữ container",
		"đây là cách làm nhаnh":      "đây là cách làm nhanh",
		"sử dụng Dοcker":             "sử dụng Docker", // Greek ο
		"ðều là ðúng, ðược ðăng lên": "đều là đúng, được đăng lên",
	} {
		found := FindLookalikes(in)
		for _, d := range found {
			if !d.Certain {
				t.Errorf("%q: %+v is not certain", in, d)
			}
		}
		if got := Repair(in, found, false); got != want {
			t.Errorf("%q gave %q, want %q", in, got, want)
		}
	}
}

func TestFindDecomposed(t *testing.T) {
	for in, want := range map[string][]Damage{
		"":                            nil,
		"Tiếng Việt":                  nil,
		"e\u0302\u0323":               {{Start: 0, End: 5, Text: "ệ"}},
		"ê\u0323":                     {{Start: 0, End: 4, Text: "ệ"}},
		"xa\u0300 va\u0300":           {{Start: 1, End: 4, Text: "à"}, {Start: 6, End: 9, Text: "à"}},
		"o\u031b\u0300o\u031b\u0301x": {{Start: 0, End: 10, Text: "ờớ"}},
		"x\u0302":                     nil,
		"\u0300":                      nil,
		"\u304b\u3099":                {{Start: 0, End: 6, Text: "が"}},
		"\u1112\u1161\u11ab":          {{Start: 0, End: 9, Text: "한"}},
		"\xcc":                        nil,
	} {
		found := FindDecomposed(in)
		if len(found) != len(want) {
			t.Errorf("%+q: got %+v, want %+v", in, found, want)
			continue
		}
		for i, d := range found {
			if w := want[i]; d.Start != w.Start || d.End != w.End || d.Text != w.Text || !d.Certain || d.Alternatives != nil {
				t.Errorf("%+q: got %+v, want %+v", in, d, w)
			}
		}
	}
	nfd := norm.NFD.String(sample)
	if got := Repair(nfd, FindDecomposed(nfd), false); got != norm.NFC.String(sample) {
		t.Error("the decomposed sample does not come back")
	}
}

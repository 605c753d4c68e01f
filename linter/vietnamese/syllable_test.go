package vietnamese

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestIsSyllable(t *testing.T) {
	yes := `nghiêng hòa hoà thủy thuỷ gì giếng già giữ quốc quý quí quả khuya khuỷu đường người xoong boong
		Kạn ĐẮK uống ươn yêu iu Hòa HOÀ nghĩa cửa huơ ừ gìn giết quỳnh huýt khoẻ khỏe ngoằn uyên tuyết ý y gò ghế
		loại hoạt toàn loét quần quét ngoéo tuần thuở hươu rượu mưu lý lí kỹ kĩ Mỹ by-không`
	for _, s := range strings.Fields(strings.Replace(yes, "by-không", "", 1)) {
		if !IsSyllable(s) {
			t.Errorf("%q should be a syllable", s)
		}
	}
	no := `cac họat nge ghá kà ceo đđ hòà foo já tôt bảt quôc b qu đ ngh việ tiên3 coa wá zì and
		hello café naïve ă â oà̀ nghé hổảc uơ̂ trươn̉g by`
	for _, s := range append(strings.Fields(no), "", " ", "hai từ", "\xff", "a\xff", norm.NFD.String("hòa")) {
		if IsSyllable(s) {
			t.Errorf("%q should not be a syllable", s)
		}
	}
}

// Every syllable the tables allow keeps its letters in every letter case and
// style.
func TestIsSyllableCase(t *testing.T) {
	for w := range words(sample) {
		s := sample[w.start:w.end]
		for _, form := range []string{strings.ToUpper(s), strings.ToLower(s)} {
			if IsSyllable(s) != IsSyllable(form) {
				t.Errorf("%q and %q differ", s, form)
			}
		}
		if IsSyllable(s) && !IsSyllable(WithToneStyle(s, New)) {
			t.Errorf("%q in the new style is no syllable", s)
		}
	}
}

func TestToneStyle(t *testing.T) {
	for _, c := range []struct {
		old, new string
	}{
		{"hòa", "hoà"}, {"Thủy", "Thuỷ"}, {"KHỎE", "KHOẺ"}, {"lõa", "loã"}, {"úy", "uý"},
	} {
		if got := ToneStyleOf(c.old); got != Old {
			t.Errorf("ToneStyleOf(%q) = %v", c.old, got)
		}
		if got := ToneStyleOf(c.new); got != New {
			t.Errorf("ToneStyleOf(%q) = %v", c.new, got)
		}
		if got := WithToneStyle(c.old, New); got != c.new {
			t.Errorf("new style of %q = %q", c.old, got)
		}
		if got := WithToneStyle(c.new, Old); got != c.old {
			t.Errorf("old style of %q = %q", c.new, got)
		}
	}
	for _, s := range []string{"hoàn", "hoa", "quý", "quà", "già", "mùa", "bia", "toán", "café", "", "xyz", "họat"} {
		if got := ToneStyleOf(s); got != Unknown {
			t.Errorf("ToneStyleOf(%q) = %v", s, got)
		}
		if got := WithToneStyle(s, Old); got != s {
			t.Errorf("old style of %q = %q", s, got)
		}
	}
	const text = "Tối ưu hóa; hóa_đơn, hoá2, xóa <b>thủy</b>\xff hòa"
	const want = "Tối ưu hoá; hóa_đơn, hoá2, xoá <b>thuỷ</b>\xff hoà"
	if got := WithToneStyle(text, New); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := WithToneStyle(text, Unknown); got != text {
		t.Errorf("Unknown changed %q", got)
	}
	for style, want := range map[ToneStyle]string{Old: "old", New: "new", Unknown: "unknown"} {
		if style.String() != want {
			t.Errorf("%d prints as %q", int(style), style)
		}
	}
}

func TestShare(t *testing.T) {
	for _, c := range []struct {
		text     string
		low, top float64
	}{
		{sample, 0.6, 0.95},
		{"The quick brown fox jumps over the lazy dog; naïve café.", 0, 0},
		{"Le déjà-vu où l’on va là, à côté de la forêt, c’est très gênant pour l’été.", 0, 0.2},
		{"Não há pão na mesa; está lá a irmã de João.", 0, 0.45},
		{"", 0, 0},
		{"123 _ 456", 0, 0},
	} {
		share, n := Share(c.text)
		if share < c.low || share > c.top {
			t.Errorf("Share of %.30q is %.2f of %d words, want %.2f to %.2f", c.text, share, n, c.low, c.top)
		}
	}
	if _, n := Share("một hai 3 bốn5"); n != 3 {
		t.Errorf("counted %d words", n)
	}
}

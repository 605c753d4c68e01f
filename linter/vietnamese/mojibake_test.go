package vietnamese

import (
	"slices"
	"testing"
)

// Damage met in the wild, and each kind of character by itself.
func TestFindMojibake(t *testing.T) {
	for in, want := range map[string]string{
		"Báº£ng tá»•ng há»£p cÃ¡c thuáºt ngá»¯ tham kháº£o": "Bảng tổng hợp các thuật ngữ tham khảo",
		"quáº£n lÃ½ sáº£n pháº©m":                           "quản lý sản phẩm",
		"thuáºt ngá»¯":                                      "thuật ngữ",
		"by Chat GPT ðŸ˜‰":                                  "by Chat GPT 😉",
		"â€œBáº£ngâ€":                                       "“Bảng”",
		"â€œBáº£ngâ€\u009d":                                 "“Bảng”",
		"donâ€™t â€“ CafÃ©, naÃ¯ve":                         "don’t – Café, naïve",
		"100.000Ä‘, 35Â°C, 5 mÂ²":                           "100.000đ, 35°C, 5 m²",
		"Ä‘Æ°á»\u009dng":                                    "đường",
		"Ä‘Æ°á»ng":                                          "đường",
		"há»c":                                              "học",
		"cÃ\u00a0i Ä‘áº·t":                                  "cài đặt",
		"cÃ i Ä‘áº·t":                                       "cài đặt",
		"CÃC BÃ€I VIáº¾T":                                   "CÁC BÀI VIẾT",
		"ÄÃ  Náºµng, viá»‡c":                                "Đà Nẵng, việc",
		"ThuÃ¡ÂºÂ\u00adt ngÃ¡Â»Â¯":                          "Thuật ngữ",
		"thuÃ¡ÂºÂt ngÃ¡Â»Â¯":                                "thuật ngữ",
		"Ã„â€˜Ã†Â°Ã¡Â»Â£c":                                  "được",
		"Ð¿Ñ€Ð¸Ð²ÐµÑ‚":                                      "привет",
		"á»\u0091 sá»\u0091":                                "ố số",
		"ï»¿# Báº£ng":                                       "\ufeff# Bảng",
	} {
		found := FindMojibake(in)
		for _, d := range found {
			if !d.Certain {
				t.Errorf("%q: %+v is not certain", in, d)
			}
		}
		if got := Repair(in, found, false); got != want {
			t.Errorf("%q gave %q, want %q: %+v", in, got, want, found)
		}
	}
}

// Where several readings are possible the best comes first and none is certain.
func TestFindMojibakeDoubt(t *testing.T) {
	for _, c := range []struct {
		in    string
		at    int
		first string
		among string
	}{
		{"sá» dá»¥ng", 0, "sử", "sờ"},
		{"má»i ngÆ°á»i", 0, "mọi", "mời"},
		{"má»i báº¡n", 0, "mời", "mọi"},
		{"chÃnh sÃ¡ch", 0, "chính", "chành"},
		{"thá»i gian cháº¡y", 0, "thời", "thỏi"},
	} {
		found := FindMojibake(c.in)
		if len(found) <= c.at {
			t.Errorf("%q: got %+v", c.in, found)
			continue
		}
		d := found[c.at]
		if d.Certain || d.Text != c.first || d.Alternatives[0] != c.first || !slices.Contains(d.Alternatives, c.among) {
			t.Errorf("%q: got %+v, want %s and not %s", c.in, d, c.first, c.among)
		}
	}
}

// Damaged words make sure of words beside them that only look damaged, and
// words far from any do not.
func TestFindMojibakeNeighbours(t *testing.T) {
	if found := FindMojibake("lá»… há»™i, xem lá»…"); len(found) != 3 {
		t.Errorf("beside damage: %+v", found)
	}
	if found := FindMojibake("Ele diz: lá»… e basta"); len(found) != 0 {
		t.Errorf("alone: %+v", found)
	}
	if found := FindMojibake("viá»‡c\nEle diz: lá»… e basta"); len(found) != 1 {
		t.Errorf("on another line: %+v", found)
	}
}

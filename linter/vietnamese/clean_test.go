package vietnamese

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
)

var finders = map[string]func(string) []Damage{
	"FindMojibake": FindMojibake, "FindLegacy": FindLegacy, "FindLookalikes": FindLookalikes, "FindDecomposed": FindDecomposed,
}

// TestCleanCorpora runs every finder over the undamaged text of real sites, in
// the 16 languages of the glossary and more.
func TestCleanCorpora(t *testing.T) {
	for _, a := range []string{"multi-cncf-glossary", "vi-zola-jakeclark", "vi-hugo-levandong", "hugo-kubeflow", "theme-stack", "theme-papermod", "hugo-basicExample"} {
		t.Run(a, func(t *testing.T) {
			for _, d := range corpus(t, a+".tar.gz", func(string) bool { return true }) {
				for name, find := range finders {
					text := norm.NFC.String(d.text) // two of the posts are partly decomposed
					for _, f := range find(text) {
						t.Errorf("%s: %s: %q would become %q", d.name, name, text[f.Start:f.End], f.Text)
					}
				}
			}
		})
	}
}

// undamaged is text that looks like damage and is not: letters that are lead
// bytes in UTF-8 before symbols that are continuation bytes, and the letters the
// legacy encodings leave, in the languages that use them.
var undamaged = []string{
	"Âge, âme, forêt, «été» – «là où»… l’œuvre, cœur, «passé», «café»… à 50 € l’unité",
	"«Olá»… «está»— «será»” «há» pão? «Lá»… «chá»… “MAÇÔ, “LÔ, “MÃ”, IRMÃ… AMANHÔ, JOÃO, SÃO, NÃO É, À “noite”",
	"“HÃY XEM MÃ” – ĐÃ CÓ MÃ… “MÃ”, BẢN VẼ, BÃ, BÃO",
	"Ă, Â, B: chữ “Â”, “Ă”, “â”… «Â» « Â » « Ê », là, ở Đà Nẵng… Ừ—à! 25°C, m², 10.000đ, “đ”",
	"»Åh« på Ærø… »Æ e trønder« blåbær, Å, Å… »å«, RØDGRØD, Æ® Å© Ø",
	"„Ä“, ‚Ä‘, „Ö“, „Ü“, ‚Ä‘, Äpfel, MENÜ™, „Lá“, „MÃ“, HYVÄ”, HYVÄ… Äänekoski, tämä, hän, mä, sä, Hän mä sä tä",
	"«coborâ»… hotărâ”… coborâ— În, Âncă, România, ție, mâine",
	"Ýmir, ÞÓRÐUR, það, við, ðe, /ðə/, /ði/, /ðen/, [ðæt], Ðe old tyme",
	"İstanbul’da ŞİŞLİ… Iğdır ÇAĞRI” ÖĞ–ÜÇ",
	"naïve, Noël, Raúl, aéreo, poésie, créée, jeûne, où, più, perciò, così, può, ciò, niño, año, uña, baúl",
	"Café™, Pokémon®, POKÉ®, Nestlé®, Citroën™, É®, à¹, á², nº 5, 1ª, d´un, l·l, paral·lel, 3½, Ñandú",
	"für, hör, schön, tür, Öl, Übung, naß, Straße, MÜLLER… größte, GRÖẞE",
	"Kubernetesу, SDKа, APIом, YAMLом: под, поды, Это работает. Ελληνικά μm kΩ ΔT αβ",
	"日本語のテキスト、한국어, हिन्दी ड़, বাংলা ড়, اردو متن، 中文—文本…",
	"x̂ = ȳ; q̃; a̲b; Z̤",
	"â€ is what people see for ”",
}

func TestUndamaged(t *testing.T) {
	for _, s := range undamaged {
		for _, form := range []string{s, norm.NFC.String(s)} {
			for name, find := range finders {
				for _, f := range find(form) {
					t.Errorf("%s: %q would become %q in %q", name, form[f.Start:f.End], f.Text, form)
				}
			}
		}
	}
}

// Long input without line ends takes time in proportion.
func TestLongLines(t *testing.T) {
	for _, unit := range []string{"Ã", "á»", "Ã©", "Â°", "Ã¡Â»", "â€", "«á»…»", "Ð¿", "Ä‘á»“ng ", "ViÖt ", "Vieät ", "e\u0301", "\u0301", "а", "aа ", "ðŸ", "Å ", "â€ "} {
		long := strings.Repeat(unit, 1<<16/len(unit))
		start := time.Now()
		for _, find := range finders {
			find(long)
		}
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("%q repeated takes %v", unit, d)
		}
	}
}

func FuzzFinders(f *testing.F) {
	for _, s := range undamaged {
		f.Add(s)
	}
	for _, h := range harms {
		f.Add(h.do("“Quản lý” là việc của mọi người, ở Đà Nẵng: 10.000đ 😉"))
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, find := range finders {
			found := find(s)
			end := 0
			for _, d := range found {
				if d.Start < end || d.End <= d.Start || d.End > len(s) {
					t.Fatalf("%s(%q): runs are not in order, or empty: %+v", name, s, found)
				}
				if d.Text == s[d.Start:d.End] {
					t.Fatalf("%s(%q): %+v changes nothing", name, s, d)
				}
				if d.Certain != (d.Alternatives == nil) || !d.Certain && d.Alternatives[0] != d.Text {
					t.Fatalf("%s(%q): %+v", name, s, d)
				}
				end = d.End
			}
		}
		DecodeLegacy([]byte(s))
		Share(s)
		for _, fold := range []func(string) string{
			Fold, Slug, ZolaSlug,
			func(s string) string { return WithToneStyle(s, Old) },
			func(s string) string { return WithToneStyle(s, New) },
			func(s string) string { return Repair(s, FindDecomposed(s), true) },
		} {
			if once := fold(s); fold(once) != once {
				t.Fatalf("not idempotent on %q: %q, then %q", s, once, fold(once))
			}
		}
		if Compare(s, s) != 0 || Compare(s, s+"a") != -Compare(s+"a", s) {
			t.Fatalf("Compare is no order on %q", s)
		}
	})
}

package vietnamese

import (
	"strings"
	"testing"
)

// cleanText is text of the size of a post in several languages, none damaged.
var cleanText = map[string]string{
	"vietnamese": strings.Repeat(sample, 4),
	"english":    strings.Repeat("Plain text in English, with a few “quotes” and a dash – no more. ", 300),
	"french":     strings.Repeat("L’été dernier, où étiez-vous ? « À Genève », répondit-il, déjà gêné. ", 300),
}

func BenchmarkClean(b *testing.B) {
	for name, find := range finders {
		for language, text := range cleanText {
			b.Run(name+"/"+language, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					if found := find(text); found != nil {
						b.Fatalf("%+v", found)
					}
				}
			})
		}
	}
}

func BenchmarkFindMojibakeDamaged(b *testing.B) {
	text := lossy(sample)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		FindMojibake(text)
	}
}

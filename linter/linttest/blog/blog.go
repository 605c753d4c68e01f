// Package blog makes up Hugo sites of any size, for measurements.
package blog

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// picture is a PNG file of one grey pixel.
const picture = "\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU" +
	"\x00\x00\x00\x0aIDATx\x9cch\x00\x00\x00\x82\x00\x81w\xcdr\xb6\x00\x00\x00\x00IEND\xaeB`\x82"

// Write writes a Hugo site of n posts of about 4 kB each below dir, for
// measurements. The same n gives the same bytes. One post in fifty has a
// defect, of the sorts that people make; every post links to two others.
func Write(dir string, n int) error {
	files := map[string]string{
		"hugo.toml": "baseURL = \"https://example.org/\"\ntitle = \"Blog\"\ndefaultContentLanguage = \"vi\"\n\n[taxonomies]\n  chuyen-muc = \"chuyen-muc\"\n  the = \"the\"\n",
		// Templates that do next to nothing, so that Hugo's part can be measured too.
		"layouts/home.html":    "{{ .Title }}",
		"layouts/section.html": "{{ .Title }}",
		"layouts/page.html":    "{{ .Content }}",
		"layouts/term.html":    "{{ .Title }}", "layouts/taxonomy.html": "{{ .Title }}",
		"static/anh/bia.png": picture,
	}
	for name, data := range files {
		if err := writeFile(filepath.Join(dir, filepath.FromSlash(name)), data); err != nil {
			return err
		}
	}
	for i := range n {
		name := filepath.Join(dir, "content", fmt.Sprintf("muc-%02d", i%20), fmt.Sprintf("bai-%05d.md", i))
		if err := writeFile(name, post(i, n)); err != nil {
			return err
		}
	}
	return nil
}

func writeFile(name, data string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(data), 0o666)
}

var syllables = strings.Fields(`sản phẩm người dùng khách hàng nhu cầu giá trị mục tiêu đội nhóm quản lý phát triển
	kế hoạch ưu tiên phản hồi thử nghiệm thiết kế trải nghiệm thị trường chiến lược tầm nhìn lộ trình đo lường kết quả
	công việc vấn đề giải pháp quyết định thời gian chất lượng và của là cho với trong một những các được không có để khi`)

// post writes the i-th of n posts.
func post(i, n int) string {
	r := rand.New(rand.NewPCG(uint64(i), 1))
	var b strings.Builder
	head(&b, r, i)
	fmt.Fprintf(&b, "%s\n\n", sentence(r, 40))
	switch {
	case i%50 == 7:
		b.WriteString("<!-- more -->\n\n")
	default:
		b.WriteString("<!--more-->\n\n")
	}
	for section := 1; b.Len() < 3800; section++ {
		fmt.Fprintf(&b, "## %s\n\n%s\n\n", sentence(r, 4), sentence(r, 60))
		switch section % 4 {
		case 1:
			other := (i*7 + section) % n
			fmt.Fprintf(&b, "Xem thêm [%s](/muc-%02d/bai-%05d/) và **%s**.\n\n", sentence(r, 3), other%20, other, sentence(r, 3))
		case 2:
			fmt.Fprintf(&b, "- %s\n- %s\n- `%s`\n\n", sentence(r, 8), sentence(r, 9), "make test")
		case 3:
			b.WriteString("```go\nfunc main() { println(\"xin chào\") }\n```\n\n![Sơ đồ các bước](/anh/bia.png)\n\n")
		}
	}
	return b.String()
}

// head writes front matter, in YAML for every other post.
func head(b *strings.Builder, r *rand.Rand, i int) {
	title, day, tag := sentence(r, 5), 1+i%28, syllables[i%len(syllables)]
	draft := "false"
	if i%50 == 13 {
		draft = "\"yes\""
	}
	if i%2 == 0 {
		fmt.Fprintf(b, "+++\ntitle = \"%s %d\"\ndate = 2025-%02d-%02dT08:00:00+07:00\ndraft = %s\nchuyen-muc = [\"%s\"]\nthe = [\"%s\", \"thuật ngữ\"]\n+++\n\n",
			title, i, 1+i%12, day, draft, syllables[i%7], tag)
		return
	}
	fmt.Fprintf(b, "---\ntitle: \"%s %d\"\ndate: 2025-%02d-%02dT08:00:00+07:00\ndraft: %s\nchuyen-muc:\n  - %s\nthe: [%s, thuật ngữ] # hai thẻ\n---\n\n",
		title, i, 1+i%12, day, draft, syllables[i%7], tag)
}

// sentence returns a sentence of so many syllables.
func sentence(r *rand.Rand, length int) string {
	words := make([]string, length)
	for i := range words {
		words[i] = syllables[r.IntN(len(syllables))]
	}
	first := []rune(words[0])
	words[0] = strings.ToUpper(string(first[:1])) + string(first[1:])
	return strings.Join(words, " ") + "."
}

package source

import "testing"

func TestParseData(t *testing.T) {
	for _, c := range []struct{ name, src string }{
		{"hugo.toml", "title = \"x\"\n[params]\n  mau = \"đỏ\"\n"},
		{"hugo.toml", "\ufefftitle = \"x\"\nparams.mau = \"đỏ\"\n"},
		{"hugo.yaml", "---\ntitle: x\nparams:\n  mau: đỏ\n...\n"},
		{"hugo.yml", "\ufeff--- \r\nparams:\r\n  mau: đỏ\r\n"},
		{"hugo.json", "{\"params\": {\"mau\": \"đỏ\"}}"},
	} {
		d := ParseData(c.name, []byte(c.src))
		f := d.FrontMatter.Lookup("params", "mau")
		if f == nil {
			t.Errorf("%s: %q has no params.mau: %v", c.name, c.src, d.Problems())
			continue
		}
		key := d.Slice(f.KeySpan)
		if value, _ := f.Value.Text(); value != "đỏ" || key != "mau" && key != `"mau"` {
			t.Errorf("%s: %q has %q at %q", c.name, c.src, value, key)
		}
	}
	if d := ParseData("hugo.toml", []byte("= 1")); len(d.Problems()) != 1 || d.FrontMatter.Fields != nil {
		t.Errorf("what is no TOML has %v and %v", d.FrontMatter.Fields, d.Problems())
	}
	if d := ParseData("x.csv", []byte("a,b")); d.FrontMatter.Format != NoFormat || len(d.Problems()) > 0 {
		t.Errorf("a CSV file is %q with %v", d.FrontMatter.Format, d.Problems())
	}
}

func TestWith(t *testing.T) {
	for _, c := range []struct {
		d      *Document
		fields int
	}{
		{Parse("a.md", []byte("x"), nil), 0},
		{ParseData("a.toml", []byte("a = 1")), 2},
		{PlainFile("a.html", []byte("x")), 0},
	} {
		src := []byte("b = 1\nc = 2\n")
		d := c.d.With(src)
		if d.Path != c.d.Path || string(d.Src) != string(src) || len(d.FrontMatter.Fields) != c.fields || len(d.Problems()) > 0 {
			t.Errorf("%s becomes %q with %d fields and %v", c.d.Path, d.Src, len(d.FrontMatter.Fields), d.Problems())
		}
	}
}

package source

import (
	"testing"

	"postlint/linter/text"
)

// Tables that are moved away take the blank lines with them that set them off,
// and no others.
func TestMoveBlankLines(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"at the end", "+++\nx = 1\n\n[a]\ny = 2\n\n[b]\nz = 3\n+++\n", "+++\nx = 1\ny = 2\nz = 3\n+++\n"},
		{"CRLF", "+++\r\nx = 1\r\n\r\n[a]\r\ny = 2\r\n\r\n[b]\r\nz = 3\r\n+++\r\n", "+++\r\nx = 1\r\ny = 2\r\nz = 3\r\n+++\r\n"},
		{"before a table that stays", "+++\nx = 1\n\n[a]\ny = 2\n\n[b]\nz = 3\n\n[c]\nw = 4\n+++\n", "+++\nx = 1\ny = 2\nz = 3\n\n[c]\nw = 4\n+++\n"},
		{"close to a table that stays", "+++\nx = 1\n\n[a]\ny = 2\n[b]\nz = 3\n[c]\nw = 4\n+++\n", "+++\nx = 1\ny = 2\nz = 3\n\n[c]\nw = 4\n+++\n"},
		{"around a table that stays", "+++\nx = 1\n\n[a]\ny = 2\n\n[c]\nw = 4\n\n[b]\nz = 3\n+++\n", "+++\nx = 1\ny = 2\nz = 3\n\n[c]\nw = 4\n+++\n"},
		{"below a comment", "+++\nx = 1\n\n# why\n[a]\ny = 2\n\n[b]\nz = 3\n+++\n", "+++\nx = 1\ny = 2\nz = 3\n\n# why\n+++\n"},
		{"several", "+++\nx = 1\n\n\n[a]\n\ny = 2\n\n\n[b]\nz = 3\n\n+++\n", "+++\nx = 1\ny = 2\nz = 3\n\n+++\n"},
		{"at the start", "+++\n\n[a]\ny = 2\n\n[b]\nz = 3\n+++\n", "+++\ny = 2\nz = 3\n+++\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := frontMatterPost(t, TOML, c.src)
			var fields []*Field
			var keys []string
			for _, table := range []string{"a", "b"} {
				for _, f := range lookup(d, table).Value.Fields {
					fields, keys = append(fields, f), append(keys, f.Key)
				}
			}
			edits, ok := d.Move(fields, keys)
			if !ok {
				t.Fatal("not ok")
			}
			got, err := text.Apply(d.Src, edits)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

package main

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// picture is what README.md shows, made from a real run.
const picture = "../../../.github/terminal.svg"

// shown is the post that the picture's run checks: a post as it comes from Zola.
const shown = `+++
title = "Product Owner vÃ  Product Manager"
date = 2026-03-20T09:40:00+07:00
draft = "yes"

[taxonomies]
the = ["thuật ngữ"]
+++

Hai vai trò hay bị nhầm với nhau.
<!-- more -->
Product Owner lo giá trị của sản phẩm.

![](so-do.png)
`

// TestPicture keeps the picture in README.md true to what postlint prints.
func TestPicture(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{
		"hugo.toml":                  "defaultContentLanguage = \"vi\"\n\n[taxonomies]\n  the = \"the\"\n",
		"content/bai-viet/po-pm.md":  shown,
		"content/bai-viet/_index.md": "+++\ntitle = \"Bài viết\"\n+++\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	c := Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Dir: dir}
	if status := c.Run([]string{"--color=always", "--now=2026-11-22", "content/"}); status != faulty {
		t.Fatalf("exit status %d\n%s%s", status, &out, &errs)
	}
	got := svg("$ postlint content/\n" + out.String())
	if *update {
		if err := os.WriteFile(picture, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(picture)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what postlint prints; run the test with -update\n%s", picture, &out)
	}
}

// styles are the SGR sequences that the text report uses, as classes.
var styles = map[string]string{
	"1": "b", "2": "d", "31": "e", "32": "f", "33": "w", "34": "n", "36": "n", "1;31": "e b", "1;33": "w b", "1;34": "n b", "1;32": "f b", "1;36": "n b",
}

var sgr = regexp.MustCompile("\x1b\\[([0-9;]*)m")

// svg draws what a terminal shows. Every character is one cell wide in what is shown here.
func svg(output string) []byte {
	const cell, line, margin = 8.4, 20, 16
	lines := strings.Split(strings.TrimRight(output, "\n"), "\n")
	columns := 0
	for _, l := range lines {
		columns = max(columns, len([]rune(sgr.ReplaceAllString(l, ""))))
	}
	width, height := int(float64(columns)*cell)+2*margin, len(lines)*line+2*margin
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-label="postlint reports what is wrong with a post">
<style>
text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#d7dae0;white-space:pre}
.b{font-weight:700}.d{fill:#8b93a1}.e{fill:#ff8a80}.w{fill:#ffcc66}.n{fill:#82b1ff}.f{fill:#9ccc65}
</style>
<rect width="100%%" height="100%%" rx="8" fill="#1b1e24"/>
`, width, height, width, height)
	for i, l := range lines {
		fmt.Fprintf(&b, "<text x=\"%d\" y=\"%d\" xml:space=\"preserve\">%s</text>\n", margin, margin+i*line+15, spans(l))
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// spans turns the colours of a line into elements.
func spans(line string) string {
	var b strings.Builder
	class, at := "", 0
	write := func(s string) {
		switch {
		case s == "":
		case class == "":
			b.WriteString(html.EscapeString(s))
		default:
			fmt.Fprintf(&b, `<tspan class="%s">%s</tspan>`, class, html.EscapeString(s))
		}
	}
	for _, m := range sgr.FindAllStringSubmatchIndex(line, -1) {
		write(line[at:m[0]])
		class, at = styles[line[m[2]:m[3]]], m[1]
	}
	write(line[at:])
	return b.String()
}

package templates

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// analyze reads an archive of templates; the first of them is page.html where
// the source is no archive.
func analyze(t *testing.T, src string, params map[string]any) *Facts {
	t.Helper()
	if !strings.HasPrefix(src, "-- ") {
		src = "-- page.html --\n" + src
	}
	var files []*File
	for _, f := range txtar.Parse([]byte(src)).Files {
		files = append(files, &File{Name: f.Name, Path: "layouts/" + f.Name, Src: f.Data})
	}
	facts := Analyze(files, []map[string]any{params})
	for _, r := range facts.Reads {
		if r.Path == "" {
			continue
		}
		i := slices.IndexFunc(files, func(f *File) bool { return f.Path == r.Path })
		name := string(files[i].Src[r.Span.Start:r.Span.End])
		last := strings.TrimSuffix(r.Key[len(r.Key)-1], "[]")
		if words := strings.Split(strings.ToLower(name), "."); words[len(words)-1] != last && name != "index" && name != "Param" && name != "where" && !strings.HasPrefix(name, "$") {
			t.Errorf("%q is read at %q", r.Key, name)
		}
	}
	return facts
}

// list prints what the templates read of pages ("a.b") and of the site ("$a.b"),
// and what is open ("*a").
func list(f *Facts) string {
	set := map[string]bool{}
	for _, r := range f.Reads {
		if r.Path == "" {
			continue
		}
		prefix := ""
		if r.Site {
			prefix = "$"
		}
		set[prefix+strings.Join(r.Key, ".")] = true
	}
	for r := range f.opened {
		switch {
		case r == ref{}:
			set["*"] = true
		case r == ref{site: true}:
			set["$*"] = true
		}
	}
	return strings.Join(slices.Sorted(maps.Keys(set)), " ")
}

func TestReads(t *testing.T) {
	params := map[string]any{
		"keys": []any{"hero", "photo"}, "table": "Extra",
		"social": map[string]any{"x": "1"}, "postlint": map[string]any{"image": map[string]any{"keys": []any{"cover.image"}}},
	}
	for _, c := range []struct{ name, src, want string }{
		{"field", `{{ .Params.Hero }}`, "hero"},
		{"nested", `{{ .Params.cover.image }}`, "cover cover.image"},
		{"page", `{{ .Page.Params.a }}{{ $.Params.b }}{{ page.Params.c }}`, "a b c"},
		{"any page", `{{ with .Site.GetPage "/x" }}{{ .Params.a }}{{ end }}{{ range .Pages }}{{ .Params.b }}{{ end }}{{ range first 3 (where site.RegularPages "Type" "post") }}{{ .Params.c }}{{ end }}`, "a b c"},
		{"site", `{{ site.Params.a.b }}{{ .Site.Params.c }}{{ $.Site.Params.d }}{{ $s := .Site }}{{ $s.Params.e }}{{ .Site.Language.Params.f }}`, "$a $a.b $c $d $e $f"},
		{"Param", `{{ .Param "a" }}{{ .Site.Param "b" }}{{ $.Param "c.d" }}{{ with .Param "e" }}{{ .x }}{{ end }}`, "$a $b $c.d $e $e.x a c.d e e.x"},
		{"index", `{{ index .Params "a" }}{{ index .Params "b" "c" }}{{ index (index .Params "d") "e" }}`, "a b b.c d d.e"},
		{"index of a list", `{{ (index .Params.images 0).src }}`, "images images[].src"},
		{"isset", `{{ if isset .Params "a" }}x{{ end }}{{ if isset site.Params "b" }}x{{ end }}`, "$b a"},
		{"variable", `{{ $p := .Params }}{{ $q := $p.cover }}{{ $q.image }}{{ $p.title }}`, "cover cover.image title"},
		{"assignment", `{{ $v := .Params.a }}{{ if .Draft }}{{ $v = .Params.b }}{{ end }}{{ $v.x }}`, "a a.x b b.x"},
		{"variable in a loop", `{{ $v := .Params }}{{ range split "a.b" "." }}{{ $v = index $v . }}{{ end }}`, "a a.a a.b b b.a b.b"},
		{"with", `{{ with .Params.cover }}{{ .image }}{{ with .credit }}{{ .name }}{{ $.Params.z }}{{ end }}{{ else }}{{ .Params.y }}{{ end }}`, "cover cover.credit cover.credit.name cover.image y z"},
		{"with a variable", `{{ with $c := .Params.cover }}{{ $c.image }}{{ end }}{{ if $x := .Params.a }}{{ $x.b }}{{ end }}`, "a a.b cover cover.image"},
		{"else with", `{{ with .Params.a }}{{ .b }}{{ else with .Params.c }}{{ .d }}{{ end }}`, "a a.b c c.d"},
		{"range", `{{ range .Params.links }}{{ .url }}{{ end }}{{ range $i, $e := .Params.more }}{{ $e.name }}{{ end }}`, "links links[].url more more[].name"},
		{"default", `{{ (.Params.a | default .Params.b).c }}{{ (or .Params.d site.Params.e).f }}{{ (cond true .Params.g .Params.h).i }}`,
			"$e $e.f a a.c b b.c d d.f g g.i h h.i"},
		{"merge", `{{ $p := merge site.Params.x .Params.y }}{{ $p.z }}`, "$x $x.z y y.z"},
		{"where", `{{ range where .Pages "Params.featured" true }}{{ end }}{{ range where .Pages ".Params.a.b" "in" (slice 1) }}{{ end }}{{ sort .Pages "Params.rank" "desc" }}`, "a.b featured rank"},
		{"groups", `{{ range .Pages.GroupByParam "series" }}{{ end }}{{ range .Pages.ByParam "rating" }}{{ end }}{{ range .Site.RegularPages.GroupByParamDate "held" "2006" }}{{ end }}`, "held rating series"},
		{"namespaces", `{{ collections.Index .Params "a" }}{{ compare.Default .Params.b .Params.c }}{{ collections.IsSet .Params "d" }}`, "a b c d"},
		{"dict", `{{ $d := dict "p" .Params "c" .Params.cover }}{{ $d.p.a }}{{ $d.c.image }}{{ (index $d "c").alt }}`, "a cover cover.alt cover.image"},
		{"slice", `{{ range slice "a" "b" }}{{ index $.Params . }}{{ end }}`, "a b"},
		{"lower", `{{ index .Params (lower "ABC") }}{{ index .Params (printf "%s_alt" "hero") }}`, "abc hero_alt"},
		{"partial", "-- page.html --\n{{ partial \"image.html\" (dict \"cover\" .Params.cover \"page\" .) }}\n-- _partials/image.html --\n{{ .cover.src }}{{ .page.Params.a }}",
			"a cover cover.src"},
		{"partial with a page", "-- single.html --\n{{ partialCached \"x/y\" . .Path }}\n-- partials/x/y.html --\n{{ .Params.a }}", "a"},
		{"partial that returns", "-- page.html --\n{{ $c := partial \"f.html\" . }}{{ $c.image }}\n-- _partials/f.html --\n{{ return .Params.cover }}", "cover cover.image"},
		{"recursive partial", "-- page.html --\n{{ partial \"f.html\" .Params.tree }}\n-- _partials/f.html --\n{{ .name }}{{ with .next }}{{ partial \"f.html\" . }}{{ end }}",
			"tree tree.name tree.next tree.next.name tree.next.next tree.next.next.name tree.next.next.next tree.next.next.next.name tree.next.next.next.next tree.next.next.next.next.name tree.next.next.next.next.next tree.next.next.next.next.next.name tree.next.next.next.next.next.next"},
		{"inline partial", `{{ define "_partials/inline/a.html" }}{{ .x }}{{ end }}{{ partial "inline/a.html" .Params.p }}`, "p p.x"},
		{"template", `{{ define "t" }}{{ .x }}{{ end }}{{ template "t" .Params.p }}`, "p p.x"},
		{"block", "-- baseof.html --\n{{ block \"main\" .Params.p }}{{ .x }}{{ end }}\n-- page.html --\n{{ define \"main\" }}{{ .y }}{{ end }}", "p p.x p.y"},
		{"shortcode", "-- _shortcodes/a.html --\n{{ .Params.width }}{{ range .Params }}{{ . }}{{ end }}{{ .Page.Params.a }}{{ .Parent.Params.b }}{{ .Site.Params.c }}", "$c a"},
		{"hook", "-- _default/_markup/render-link.html --\n{{ .Page.Params.a }}{{ .PageInner.Params.b }}", "a b"},
		{"defer", `{{ with (templates.Defer (dict "key" "k" "data" .Params.d)) }}{{ .x }}{{ end }}`, "d d.x"},
		{"try", `{{ with try .Params.a }}{{ with .Value }}{{ .b }}{{ end }}{{ end }}`, "a a.b"},
		{"comments and trims", "{{- /* .Params.no */ -}}{{- .Params.yes -}}", "yes"},
		{"store", `{{ .Scratch.Set "a" .Params.b }}{{ .Store.Get "a" }}`, "b"},

		{"names from the configuration", `{{ range site.Params.keys }}{{ index $.Params . }}{{ end }}{{ index .Params (lower site.Params.table) }}`, "$keys $table extra hero photo"},
		{"paths from the configuration", `{{ range site.Params.postlint.image.keys }}{{ $v := $.Params }}{{ range split . "." }}{{ $v = index $v . }}{{ end }}{{ end }}`,
			"$postlint $postlint.image $postlint.image.keys cover cover.cover cover.image image image.cover image.image"},
		{"map of the configuration", `{{ range $k, $v := site.Params.social }}{{ index $.Params $k }}{{ end }}`, "$social x"},

		{"computed index", `{{ index .Params .File.BaseFileName }}`, "*"},
		{"computed Param", `{{ .Param (printf "%s_x" .Type) }}`, "$* *"},
		{"computed sort", `{{ sort .Pages (printf "Params.%s" .Type) }}`, "*"},
		{"range over all", `{{ range $k, $v := .Params }}{{ $k }}{{ end }}`, "*"},
		{"all to a function", `{{ .Params | jsonify }}`, "*"},
		{"all printed", `{{ $p := .Params }}{{ $p }}`, "*"},
		{"all in a dict to a function", `{{ dict "p" .Params | jsonify }}`, "*"},
		{"all to a computed partial", `{{ partial (printf "x/%s.html" .Type) .Params }}`, "*"},
		{"all to a partial that is not there", `{{ partial "x.html" .Params }}`, "*"},
		{"all stored", `{{ .Store.Set "p" .Params }}`, "*"},
		{"all of the site", `{{ site.Params | jsonify }}`, "$*"},
		{"all to a text function", `{{ $v := .Params }}{{ if not (reflect.IsMap $v) }}{{ strings.TrimSpace $v }}{{ plainify $v }}{{ end }}`, ""},
		{"all tested", `{{ if .Params }}x{{ end }}{{ len .Params }}`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := analyze(t, c.src, params)
			if len(f.Failures) > 0 {
				t.Fatal(f.Failures)
			}
			if got := list(f); got != c.want {
				t.Errorf("reads %s\nwant  %s", got, c.want)
			}
		})
	}
}

func TestOpenBelow(t *testing.T) {
	f := analyze(t, `{{ range .Params.cover }}{{ . }}{{ end }}{{ .Params.a.b }}`, nil)
	for path, want := range map[string]bool{"cover": true, "cover.x": true, "a": false, "a.c": false, "z": false} {
		if got := f.Open(false, strings.Split(path, ".")...); got != want {
			t.Errorf("%s is open: %v", path, got)
		}
	}
}

func TestFailure(t *testing.T) {
	f := analyze(t, `{{ if }}`, nil)
	if len(f.Failures) != 1 || !f.Open(false, "x") || !f.Open(true) {
		t.Errorf("a template that does not parse gives %v", f.Failures)
	}
}

func TestMentions(t *testing.T) {
	f := analyze(t, "{{/* hidden */}}outside {{ .Params.Alpha }}{{ $x := \"beta.gamma delta-eps\" }}{{ (dict).Zeta }}{{ $x.eta }}", nil)
	for word, want := range map[string]bool{"alpha": true, "BETA": true, "gamma": true, "delta-eps": true, "eps": true, "zeta": true, "eta": true, "hidden": false, "outside": false} {
		if f.Mentions(word) != want {
			t.Errorf("%s is mentioned: %v", word, !want)
		}
	}
}

func TestTranslations(t *testing.T) {
	f := analyze(t, `{{ i18n "a" }}{{ T "b" 3 }}{{ lang.Translate "c" }}{{ i18n "d" | default "D" }}{{ with i18n "e" }}{{ . }}{{ end }}`+
		`{{ or (T "f") "F" }}{{ $g := T "g" }}{{ if $g }}{{ $g }}{{ end }}{{ $h := T "h" }}{{ $h }}{{ i18n .Type }}{{ "i" | i18n }}{{ i18n (printf "j_%s" "k") }}`, nil)
	var got []string
	for _, tr := range f.Translations {
		got = append(got, fmt.Sprintf("%s:%v", tr.ID, tr.Guarded))
	}
	want := "a:false b:false c:false d:true e:true f:true g:true h:false i:false j_k:false"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestTaxonomies(t *testing.T) {
	for _, c := range []struct {
		src, want string
		all       bool
	}{
		{`{{ .GetTerms "Tags" }}{{ site.Taxonomies.series }}{{ index .Site.Taxonomies "categories" }}`, "tags series categories", false},
		{`{{ $t := site.Taxonomies }}{{ range $t.tags }}{{ end }}`, "tags", false},
		{`{{ range $name, $terms := site.Taxonomies }}{{ end }}`, "", true},
		{`{{ .GetTerms .Type }}`, "", true},
		{`{{ index site.Taxonomies .Data.Plural }}`, "", true},
	} {
		f := analyze(t, c.src, nil)
		var got []string
		for _, x := range f.Taxonomies {
			got = append(got, x.Name)
		}
		if s := strings.Join(got, " "); s != c.want || f.AllTaxonomies != c.all {
			t.Errorf("%s reads %q, all: %v", c.src, s, f.AllTaxonomies)
		}
	}
}

func TestBare(t *testing.T) {
	f := analyze(t, `{{ site.Params.a }}{{ site.Params.b | safeHTML }}{{ with site.Params.c }}{{ . }}{{ end }}{{ site.Params.d | default "x" }}`+
		`{{ or site.Params.e "x" }}{{ $v := site.Params.f }}{{ site.Params.g }}{{ if site.Params.g }}{{ end }}{{ if true }}{{ site.Params.h }}{{ end }}`+
		`{{ printf "%s" site.Params.i }}`, nil)
	var got []string
	for _, r := range f.Reads {
		if r.Bare {
			got = append(got, r.Key[0])
		}
	}
	if s := strings.Join(got, " "); s != "a b h" {
		t.Errorf("bare are %s", s)
	}
}

package site

// A Contract is what the theme and the linter agree on. It stands in
// [params.postlint] of the theme's or the site's configuration; where nothing
// is said there, the defaults are those of [DefaultContract].
type Contract struct {
	Image struct {
		Keys    []string // front matter keys of a feature image, dots for nesting; the first that is set wins
		Tables  []string // where Keys are looked up: "" is the top level
		AltKeys []string // keys of its alternative text
		Places  []string // where a local path is looked up: "bundle", "assets", "static"
	}
	Summary struct {
		Dividers []string // written forms, beside Hugo's own, that the theme honours
	}
	AI struct {
		Table  string
		Levels []string
	}
	Glossary struct {
		Section string
		Table   string
	}
}

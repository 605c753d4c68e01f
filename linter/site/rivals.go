package site

import "slices"

// A Rival is another claim to a path that a page is published at: which of
// them readers get varies, or the page goes before the redirect.
type Rival struct {
	Path  string // the path both claim, below the publish folder: "/bai-viet/a/index.html"
	Page  *Page  // the other page; nil where Hugo makes it without a file: a section, a term
	Alias bool   // the other claims it by an alias
	Own   string // the page's own alias that claims it, as Hugo has it; "" when it is the page itself
}

// Rivals returns who else claims the paths that p is published at, its
// aliases included: in the order of p's paths, then of the pages.
func (x *Index) Rivals(p *Page) []Rival {
	if p.node == nil || p.node.hidden() || p.node.bundled || p.node.late.Build.Render != "always" {
		return nil
	}
	var rivals []Rival
	for _, u := range p.node.urls {
		rivals = x.addRivals(rivals, p, u.file, "")
	}
	for _, u := range p.node.urls {
		if !u.format.IsHTML || !u.format.Permalinkable || p.node.variant.conf.DisableAliases {
			continue
		}
		for _, alias := range p.node.aliases(u) {
			rivals = x.addRivals(rivals, p, aliasFile(alias, u.format), alias)
		}
	}
	return rivals
}

func (x *Index) addRivals(rivals []Rival, p *Page, file, own string) []Rival {
	for _, claim := range x.urls.files[file] {
		if claim.node == p.node && (claim.alias == (own != "")) {
			continue
		}
		if claim.node.late.Build.Render != "always" {
			continue
		}
		r := Rival{Path: file, Page: claim.node.page, Alias: claim.alias, Own: own}
		if !slices.Contains(rivals, r) {
			rivals = append(rivals, r)
		}
	}
	return rivals
}

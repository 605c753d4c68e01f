package site

import (
	"path"
	"strings"

	"github.com/gohugoio/hugo/output"

	"postlint/linter/message"
)

// aliases returns the paths that Hugo publishes a redirect to n at, as
// .Aliases has them: rooted, without the path of baseURL. They are those of
// one output format.
func (n *node) aliases(u outputURL) []string {
	if len(n.late.Aliases) == 0 {
		return nil
	}
	prefix, _ := n.variant.prefixes()
	list := make([]string, len(n.late.Aliases))
	for i, alias := range n.late.Aliases {
		base := path.Join("/", prefix, u.format.Path)
		if !strings.HasPrefix(alias, "/") {
			base = path.Join(u.dir, "..")
		}
		list[i] = path.Join(base, alias)
		if n.variant.conf.C.IsUglyURLSection(n.path.Section()) && !hasSuffixOf(list[i], u.format) {
			list[i] += u.format.MediaType.FirstSuffix.FullSuffix
		}
	}
	return list
}

// redirects lists the files that are published as redirects to n.
func (n *node) redirects() []string {
	var files []string
	if n.variant.conf.DisableAliases || n.late.Build.Render != "always" {
		return nil
	}
	for _, u := range n.urls {
		if !u.format.IsHTML || !u.format.Permalinkable {
			continue
		}
		for _, alias := range n.aliases(u) {
			files = append(files, aliasFile(alias, u.format))
		}
	}
	return files
}

// An aliasError is an alias that Hugo stops at, though only when it renders.
type aliasError struct{ error }

func aliasErrorf(format, alias string) error {
	return &KeyError{"aliases", &aliasError{message.Errorf(format, alias)}}
}

// Unwrap returns what is wrong with the alias.
func (e *aliasError) Unwrap() error { return e.error }

// Message returns what e says.
func (e *aliasError) Message() message.Message { return message.Of(e.error) }

// checkAliases returns the first alias that is no place for a redirect.
func (n *node) checkAliases() error {
	if n.variant.conf.DisableAliases || n.late.Build.Render != "always" || n.bundled {
		return nil
	}
	for _, u := range n.urls {
		if !u.format.IsHTML || !u.format.Permalinkable {
			continue
		}
		for i, alias := range n.aliases(u) {
			switch clean := path.Clean(alias); {
			case clean == "/":
				return aliasErrorf("%q leads to the root of the site, where the home page is", n.late.Aliases[i])
			case clean == ".." || strings.HasPrefix(clean, "../"):
				return aliasErrorf("%q leads out of the site", n.late.Aliases[i])
			}
		}
	}
	return nil
}

// aliasFile is the file that an alias is published as: "/old/index.html".
func aliasFile(alias string, format output.Format) string {
	alias = path.Clean("/" + alias)
	if hasSuffixOf(alias, format) {
		return alias
	}
	return path.Join(alias, format.BaseName+format.MediaType.FirstSuffix.FullSuffix)
}

// hasSuffixOf reports whether a path ends in one of a format's suffixes.
func hasSuffixOf(name string, format output.Format) bool {
	ext := path.Ext(name)
	return ext != "" && format.MediaType.HasSuffix(ext[1:])
}

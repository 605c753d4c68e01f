package site

import (
	"path"
	"strings"

	"github.com/gohugoio/hugo/output"
)

// aliases returns the paths that Hugo publishes a redirect to n at, as
// .Aliases has them: rooted, without the path of baseURL.
func (n *node) aliases() []string {
	if len(n.late.Aliases) == 0 || len(n.urls) == 0 {
		return nil
	}
	main := n.urls[0]
	prefix, _ := n.variant.prefixes()
	list := make([]string, len(n.late.Aliases))
	for i, alias := range n.late.Aliases {
		base := path.Join("/", prefix, main.format.Path)
		if !strings.HasPrefix(alias, "/") {
			base = path.Join(main.dir, "..")
		}
		list[i] = path.Join(base, alias)
		if n.variant.conf.C.IsUglyURLSection(n.path.Section()) && !hasSuffixOf(list[i], main.format) {
			list[i] += main.format.MediaType.FirstSuffix.FullSuffix
		}
	}
	return list
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

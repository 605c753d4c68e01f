package git

import (
	"strings"

	"postlint/linter/message"
	"postlint/linter/text"
)

// tree returns the tree of a revision: a commit, a branch, a tag, or a tree
// itself. The error of an unknown one says what may have been meant.
func (r *Repository) tree(rev string) (string, error) {
	if strings.Contains(rev, "..") {
		from, _, _ := strings.Cut(rev, "..")
		return "", message.Errorf("%q is a range; expected one revision, such as %q, or \"$(git merge-base %s HEAD)\"", rev, from, from)
	}
	if tree, err := r.output("rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{tree}"); err == nil {
		return tree, nil
	}
	if head, err := r.output("rev-parse", "--verify", "--quiet", "HEAD^{commit}"); err != nil || head == "" {
		return "", message.Errorf("unknown revision %q; the repository has no commit yet", rev)
	}
	if shallow, _ := r.output("rev-parse", "--is-shallow-repository"); shallow == "true" {
		return "", message.Errorf("unknown revision %q; this is a shallow clone that may lack it: "+
			"run git fetch --unshallow, or give actions/checkout a greater fetch-depth", rev)
	}
	refs, _ := r.output("for-each-ref", "--format=%(refname:short)")
	if name := text.Closest(rev, strings.Fields(refs)); name != "" {
		return "", message.Errorf("unknown revision %q; did you mean %q?", rev, name)
	}
	return "", message.Errorf("unknown revision %q; expected a commit, a branch or a tag, such as HEAD~1", rev)
}

// headTree returns the tree of HEAD, or the empty one before the first commit.
func (r *Repository) headTree() (string, error) {
	if tree, err := r.output("rev-parse", "--verify", "--quiet", "HEAD^{tree}"); err == nil {
		return tree, nil
	}
	return r.output("hash-object", "-t", "tree", "--stdin")
}

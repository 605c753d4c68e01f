package site

import "slices"

// Folders returns the folders that the site is made of: its root, and those
// outside it that Hugo mounts or that a theme or module lies in. They are absolute and sorted.
func (x *Index) Folders() []string {
	folders := []string{x.Root}
	for _, module := range x.hugo.configs.Modules {
		folders = append(folders, absIn(x.Root, module.Dir()))
		for _, mount := range module.Mounts() {
			folders = append(folders, absIn(module.Dir(), mount.Source))
		}
	}
	slices.Sort(folders)
	return slices.Compact(folders)
}

package site

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"postlint/linter/message"
)

// FindRoot returns the root of the Hugo site around path, a file or folder:
// the nearest folder, from path upwards, that holds a Hugo configuration file
// or config directory. ok is false when there is none.
func FindRoot(path string) (root string, ok bool) {
	dir, err := filepath.Abs(path)
	if err != nil {
		return "", false
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		dir = filepath.Dir(dir)
	}
	for {
		if new(disk).hasConfig(dir) {
			return dir, true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", false
		}
		dir = parent
	}
}

// hasConfig reports whether Hugo would find a configuration in dir.
func (d *disk) hasConfig(dir string) bool {
	for _, name := range []string{"hugo", "config", filepath.Join("config", "_default")} {
		for _, ext := range []string{"toml", "yaml", "yml", "json"} {
			if d.isFile(filepath.Join(dir, name+"."+ext)) {
				return true
			}
		}
	}
	return d.holdsConfigFile(filepath.Join(dir, "config", "_default"))
}

// holdsConfigFile reports whether dir has a file that Hugo reads as a part of
// the configuration, such as params.toml.
func (d *disk) holdsConfigFile(dir string) bool {
	entries, err := d.readDir(dir)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(entries, func(e os.DirEntry) bool {
		switch filepath.Ext(e.Name()) {
		case ".toml", ".yaml", ".yml", ".json":
			return !e.IsDir()
		}
		return false
	})
}

// bareContentDir returns the content folder of a folder of posts that is no
// Hugo site: the folder itself, where it has no folder named content. It
// returns "" where the configuration, or Hugo's default, has the say.
func (d *disk) bareContentDir(dir string) string {
	if d.hasConfig(dir) || d.isDir(filepath.Join(dir, "content")) || d.isTheme(dir) {
		return ""
	}
	return "."
}

// IsThemeDir reports whether a folder without a Hugo configuration is that of a
// theme: it has templates.
func IsThemeDir(dir string) bool { return new(disk).isTheme(dir) }

func (d *disk) isTheme(dir string) bool {
	return !d.hasConfig(dir) && (d.isDir(filepath.Join(dir, "layouts")) || d.isFile(filepath.Join(dir, "theme.toml")))
}

// Load reads the site at o.Dir. The error is for a site that Hugo itself could
// not read (a configuration that does not parse): it names the file and line. Files that cannot be
// read are in [Index.Failures] and do not fail the load.
func Load(o Options) (*Index, error) {
	root, err := siteRoot(o.Dir)
	if err != nil {
		return nil, err
	}
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	if o.Jobs < 1 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	h, err := openHugo(root, o)
	if err != nil {
		return nil, err
	}
	x := &Index{Root: root, Now: o.Now, Config: newConfig(h), hugo: h}
	x.Contract = newContract(x.Config.Params)
	x.noteConfiguration()
	if err := x.build(o); err != nil {
		return nil, err
	}
	return x, nil
}

// siteRoot returns dir as an absolute path, which must be a folder.
func siteRoot(dir string) (string, error) {
	root, err := filepath.Abs(dir)
	if err != nil {
		return "", message.Errorf("%s: %w", dir, err)
	}
	info, err := os.Stat(root)
	if err != nil {
		var pathErr *os.PathError
		if errors.As(err, &pathErr) {
			err = pathErr.Err
		}
		return "", message.Errorf("%s: %w; expected the folder of a Hugo site", dir, err)
	}
	if !info.IsDir() {
		return "", message.Errorf("%s: a file; expected the folder of a Hugo site", dir)
	}
	return root, nil
}

// noteConfiguration notes what makes the configuration less than Hugo's own.
func (x *Index) noteConfiguration() {
	if len(x.Config.Files) == 0 {
		x.notef("no Hugo configuration in %s: Hugo's defaults apply", x.Root)
	}
	if len(x.hugo.missing) > 0 {
		x.notef("not there, and read without: %s", strings.Join(x.hugo.missing, ", "))
	}
}

func (x *Index) notef(format string, args ...any) {
	x.Notes = append(x.Notes, message.New(format, args...))
}

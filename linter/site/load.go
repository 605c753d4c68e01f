package site

// FindRoot returns the root of the Hugo site around path, a file or folder:
// the nearest folder, from path upwards, that holds a Hugo configuration file
// or config directory. ok is false when there is none.
func FindRoot(path string) (root string, ok bool) { return "", false }

// Load reads the site at o.Dir. The error is for a site that Hugo itself could
// not read (a configuration that does not parse): it names the file and line. Files that cannot be
// read are in [Index.Failures] and do not fail the load.
func Load(o Options) (*Index, error) { return nil, nil }

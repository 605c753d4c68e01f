package message

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"testing"
)

// words translates a few formats; the others have no translation.
func words(format string) string {
	return map[string]string{
		"%q is not %q":              "%[2]q ist %[1]q nicht",
		"a list":                    "eine Liste",
		"cannot be read: %w":        "nicht lesbar: %w",
		"no such file or directory": "nicht gefunden",
		"%d %% of %s":               "%[2]s: %[1]d %%",
	}[format]
}

type named struct{}

func (named) Message() Message { return New("a list") }

func TestIn(t *testing.T) {
	args := []any{"a", New("a list")}
	for _, c := range []struct {
		m               Message
		english, german string
	}{
		{Message{}, "", ""},
		{New("unknown"), "unknown", "unknown"},
		{New("%q is not %q", "a", "b"), `"a" is not "b"`, `"b" ist "a" nicht`},
		{Message{"%s, %s", args}, "a, a list", "a, eine Liste"},
		{New("%s", New("%s", New("a list"))), "a list", "eine Liste"},
		{New("%s", named{}), "a list", "eine Liste"},
		{New("%q is not %q", "a", New("a list")), `"a" is not "a list"`, `"eine Liste" ist "a" nicht`},
		{New("%d %% of %s", 3, New("a list")), "3 % of a list", "eine Liste: 3 %"},
		{Join(nil, ", "), "", ""},
		{Join([]Message{New("a list"), New("%s", "x"), New("a list")}, "; "), "a list; x; a list", "eine Liste; x; eine Liste"},
		{New("%s", Errorf("cannot be read: %w", fs.ErrNotExist)), "cannot be read: no such file or directory", "nicht lesbar: nicht gefunden"},
		{New("%s", Errorf("cannot be read: %w", fs.ErrClosed)), "cannot be read: file already closed", "nicht lesbar: file already closed"},
		{Of(syscall.ENOENT), "no such file or directory", "nicht gefunden"},
	} {
		if got := c.m.String(); got != c.english {
			t.Errorf("%v: %q, want %q", c.m, got, c.english)
		}
		if got := c.m.In(words); got != c.german {
			t.Errorf("%v: %q, want %q", c.m, got, c.german)
		}
	}
	if args[0] != "a" || args[1].(Message).Format != "a list" {
		t.Errorf("saying a message has changed its arguments: %v", args)
	}
}

func TestErrorf(t *testing.T) {
	err := Errorf("%s: %w; as it was", "a.md", fs.ErrPermission)
	if got := err.Error(); got != "a.md: permission denied; as it was" {
		t.Error(got)
	}
	if !errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v wraps %v", err, errors.Unwrap(err))
	}
	if errors.Is(Errorf("%s", fs.ErrPermission), fs.ErrPermission) {
		t.Error("an argument of another verb is wrapped")
	}
	outer := fmt.Errorf("outside: %w", err)
	if got := Of(outer).In(words); got != "outside: a.md: permission denied; as it was" {
		t.Error(got)
	}
	if got := Of(Errorf("%q is not %q", 1, "b")).Format; got != "%q is not %q" {
		t.Error(got)
	}
}

// TestSystem meets the errors of the system.
func TestSystem(t *testing.T) {
	dir := t.TempDir()
	file := dir + "/file"
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		dir + "/gone": "no such file or directory",
		dir:           "is a folder",
	} {
		_, err := os.ReadFile(path)
		var e *fs.PathError
		if !errors.As(err, &e) {
			t.Fatalf("%s: %v", path, err)
		}
		m, ok := system(e.Err)
		if !ok && path == dir && os.PathSeparator == '\\' {
			continue // Windows says that access is denied, or the function is incorrect
		}
		if !ok || m.String() != want {
			t.Errorf("%s: %v is said as %q, want %q", path, e.Err, m, want)
		}
	}
	if m, ok := system(&fs.PathError{Op: "open", Path: "a", Err: fs.ErrNotExist}); ok {
		t.Errorf("the path is lost: %s", m)
	}
}

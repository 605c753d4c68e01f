package main

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

const posts = "../../../content/bai-viet"

// TestUnchanged draws the pictures over copies of the committed ones: not a
// byte may change, whatever version of Go compresses them.
func TestUnchanged(t *testing.T) {
	dir := t.TempDir()
	before := make(map[string][]byte)
	for _, s := range scenes {
		data, err := os.ReadFile(filepath.Join(posts, s.post, "anh-bia.png"))
		if err != nil {
			t.Fatalf("%v: run go run ./theme/cmd/featureimage", err)
		}
		before[s.post] = data
		write(t, filepath.Join(dir, s.post, "anh-bia.png"), data)
	}
	if err := run(dir); err != nil {
		t.Fatal(err)
	}
	for post, want := range before {
		got, err := os.ReadFile(filepath.Join(dir, post, "anh-bia.png"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: the committed picture is not what the scene draws", post)
		}
	}
}

// TestWeight holds the committed pictures to their size in pixels and bytes.
func TestWeight(t *testing.T) {
	const most = 60 << 10
	for _, s := range scenes {
		data, err := os.ReadFile(filepath.Join(posts, s.post, "anh-bia.png"))
		if err != nil {
			t.Fatal(err)
		}
		if len(data) > most {
			t.Errorf("%s: %d bytes, want at most %d", s.post, len(data), most)
		}
		conf, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			t.Errorf("%s: %v", s.post, err)
		}
		if conf.Width != width || conf.Height != height {
			t.Errorf("%s: %d×%d pixels, want %d×%d", s.post, conf.Width, conf.Height, width, height)
		}
	}
}

// TestUpdate checks that a picture that shows something else is replaced, that
// the right one is kept, and that a missing bundle is an error.
func TestUpdate(t *testing.T) {
	dir := t.TempDir()
	if err := run(dir); err == nil {
		t.Error("no error for a missing bundle")
	}
	img := scenes[0].render()
	path := filepath.Join(dir, "anh-bia.png")
	var old []byte
	for _, stale := range []string{"not a picture", ""} {
		write(t, path, []byte(stale))
		if err := update(path, img); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !shows(data, img) {
			t.Errorf("%q was not replaced", stale)
		}
		if old != nil && !bytes.Equal(data, old) {
			t.Error("two drawings of one scene differ")
		}
		old = data
	}
	if shows(old, scenes[1].render()) {
		t.Error("two scenes look alike")
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

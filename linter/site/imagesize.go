package site

import (
	"bufio"
	"bytes"
	"errors"
	"image"
	_ "image/gif"  // registers the format
	_ "image/jpeg" // registers the format
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	_ "golang.org/x/image/webp" // registers the format
)

// An Image is what the first bytes of an image file tell.
type Image struct {
	Format        string // "jpeg", "png", "gif", "webp", "avif", "svg"; "" when it cannot be told
	Named         string // the format that the file's extension stands for; "" for any but jpeg, png, gif and webp
	Width, Height int    // in pixels; 0 when they are not known, as of svg and avif
	Bytes         int64  // size of the file
	Damaged       bool   // no browser can show it: it is empty, cut off in its header, or no image at all
}

// namedFormats are the formats whose headers are read.
var namedFormats = map[string]string{".jpg": "jpeg", ".jpeg": "jpeg", ".png": "png", ".gif": "gif", ".webp": "webp"}

// Image reads the header of an image file, once however often it is asked for.
// Of a file that cannot be opened, and of one that Git LFS or git-annex has
// not fetched, it knows nothing.
func (x *Index) Image(file string) Image {
	once, _ := x.derived.images.LoadOrStore(file, sync.OnceValue(func() Image { return x.disk().readImage(file) }))
	return once.(func() Image)()
}

func (d *disk) readImage(file string) Image {
	if src, ok := d.files[file]; ok {
		return imageOf(file, bytes.NewReader(src), int64(len(src)))
	}
	if d.gone[file] {
		return Image{}
	}
	f, err := os.Open(file)
	if err != nil {
		return Image{}
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return Image{}
	}
	return imageOf(file, f, info.Size())
}

// imageOf reads the header of an image of size bytes that a file holds.
func imageOf(file string, content io.Reader, size int64) Image {
	named := namedFormats[strings.ToLower(filepath.Ext(file))]
	i := Image{Named: named, Bytes: size}
	r := bufio.NewReader(content)
	start, err := r.Peek(512)
	if err != nil && err != io.EOF {
		return Image{}
	}
	if isPointer(start) {
		return Image{}
	}
	i.Format = sniff(start)
	if named == "" {
		return i
	}
	config, format, err := image.DecodeConfig(r)
	switch {
	case err == nil:
		i.Format, i.Width, i.Height = format, config.Width, config.Height
	case i.Format == "":
		i.Damaged = true
	default:
		i.Damaged = isDamage(err, i.Format)
	}
	return i
}

// isDamage reports whether an error in reading the header of an image of a
// format means that browsers cannot read it either: they know more kinds of JPEG and WebP
// than the decoders here, and forgive more.
func isDamage(err error, format string) bool {
	var malformed png.FormatError
	switch format {
	case "gif":
		return true
	case "png":
		return errors.As(err, &malformed) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
	case "jpeg", "webp":
		return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
	}
	return false
}

// isPointer reports whether a file stands for one that is kept elsewhere.
func isPointer(start []byte) bool {
	return bytes.HasPrefix(start, []byte("version https://git-lfs.github.com/")) ||
		bytes.Contains(start, []byte("/annex/objects/"))
}

// sniff tells the format of an image by its first bytes, as browsers do
// (mimesniff.spec.whatwg.org, "matching an image type pattern"), and further those of AVIF, which
// is an ISO base media file of that brand, and of SVG.
func sniff(start []byte) string {
	has := func(at int, s string) bool { return len(start) >= at+len(s) && string(start[at:at+len(s)]) == s }
	switch {
	case has(0, "\xff\xd8\xff"):
		return "jpeg"
	case has(0, "\x89PNG\r\n\x1a\n"):
		return "png"
	case has(0, "GIF87a"), has(0, "GIF89a"):
		return "gif"
	case has(0, "RIFF") && has(8, "WEBPVP"):
		return "webp"
	case has(0, "BM"):
		return "bmp"
	case has(0, "\x00\x00\x01\x00"):
		return "icon"
	case has(4, "ftyp"):
		if has(8, "avif") || has(8, "avis") || bytes.Contains(start, []byte("avif")) {
			return "avif"
		}
		return "heif"
	case has(0, "II*\x00"), has(0, "MM\x00*"):
		return "tiff"
	case has(0, "\x00\x00\x00\x0cJXL "), has(0, "\xff\x0a"):
		return "jxl"
	case bytes.Contains(start, []byte("<svg")):
		return "svg"
	}
	return ""
}

// SentAsIs reports whether readers get the very file that an image in p's body
// leads to: no template of the site or its theme has a hand in it.
func (x *Index) SentAsIs(p *Page, file string) bool {
	if x.hookFor(p, "image") != customHook {
		return true
	}
	return x.IsStatic(file)
}

// IsStatic reports whether an absolute file lies in a static folder, which no
// template can change.
func (x *Index) IsStatic(file string) bool {
	x.derived.staticOnce.Do(func() {
		for _, dir := range mountedDirs(x.hugo, "static") {
			x.derived.staticDirs = append(x.derived.staticDirs, dir+string(filepath.Separator))
		}
	})
	return slices.ContainsFunc(x.derived.staticDirs, func(dir string) bool { return strings.HasPrefix(file, dir) })
}

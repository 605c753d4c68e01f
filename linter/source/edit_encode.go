package source

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
)

// write returns data as it stands on one line of the front matter, a string in
// the style asked for where that can hold it.
func (e *editor) write(data any, style Style) (string, bool) {
	switch data := data.(type) {
	case nil:
		return "null", e.fm.Format == YAML || e.fm.Format == JSON
	case bool:
		return strconv.FormatBool(data), true
	case int, int64, uint64:
		return fmt.Sprint(data), true
	case float64:
		return e.writeFloat(data)
	case string:
		return e.quote(data, style), utf8.ValidString(data)
	case time.Time, toml.LocalDate, toml.LocalDateTime, toml.LocalTime:
		written := fmt.Sprint(data)
		if t, ok := data.(time.Time); ok {
			written = writeTime(t)
		}
		if e.tomlSyntax() {
			return written, true
		}
		return e.quote(written, style), true
	case []any, []string:
		return e.writeList(data)
	case map[string]any:
		return e.writeMap(data)
	}
	return "", false
}

// tomlSyntax reports whether the front matter is TOML, or will be.
func (e *editor) tomlSyntax() bool { return e.fm.Format == TOML || e.fm.Format == NoFormat }

func (e *editor) writeFloat(f float64) (string, bool) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		word := map[bool]string{true: "nan", false: "inf"}[math.IsNaN(f)]
		if e.fm.Format == YAML {
			word = "." + word
		}
		if math.IsInf(f, -1) {
			word = "-" + word
		}
		return word, e.fm.Format != JSON
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s, true
}

func (e *editor) writeList(data any) (string, bool) {
	written := make([]string, length(data))
	for i := range written {
		var ok bool
		if written[i], ok = e.write(element(data, i), DoubleQuoted); !ok {
			return "", false
		}
	}
	return "[" + strings.Join(written, ", ") + "]", true
}

func (e *editor) writeMap(m map[string]any) (string, bool) {
	var written []string
	for _, key := range slices.Sorted(maps.Keys(m)) {
		entry, ok := e.entry(key, m[key])
		if !ok {
			return "", false
		}
		written = append(written, entry)
	}
	return "{" + strings.Join(written, ", ") + "}", true
}

// entry returns "key: value" on one line.
func (e *editor) entry(key string, data any) (string, bool) {
	written, ok := e.write(data, DoubleQuoted)
	separator := ": "
	if e.tomlSyntax() {
		separator = " = "
	}
	return e.key(key, 0) + separator + written, ok
}

// key returns a key, within quotes if quote is one of them or it needs some.
func (e *editor) key(key string, quote byte) string {
	style := Plain
	switch quote {
	case '"':
		style = DoubleQuoted
	case '\'':
		style = SingleQuoted
	}
	switch e.fm.Format {
	case Org:
		return key
	case YAML:
		if style == Plain && !plainKey(key) {
			style = DoubleQuoted
		}
	case TOML, NoFormat:
		if style == Plain && bareKey(key) {
			return key
		}
	}
	return e.quote(key, style)
}

// quote returns a string in a style, or in double quotes.
func (e *editor) quote(s string, style Style) string {
	printable := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }) < 0
	switch {
	case e.fm.Format == Org:
		return s
	case e.fm.Format == JSON:
		return quoteJSON(s)
	case e.fm.Format == YAML && style == Plain && printable && plainScalar(s):
		return s
	case e.fm.Format == YAML && style == SingleQuoted && printable:
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	case e.tomlSyntax() && style == SingleQuoted && printable && !strings.Contains(s, "'"):
		return "'" + s + "'"
	}
	return quoteDouble(s)
}

func quoteJSON(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(s) != nil {
		return ""
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// quoteDouble writes a string in double quotes with escapes that YAML and TOML
// have in common.
func quoteDouble(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// plainScalar reports whether YAML reads s, without quotes, as the string s,
// in a block and in brackets.
func plainScalar(s string) bool {
	values, err := hugoValues(YAML, []byte("a: ["+s+"]\nb: "+s+"\n"))
	return err == nil && len(values) == 2 && values["b"] == s && length(values["a"]) == 1 && element(values["a"], 0) == s
}

// plainKey reports whether YAML reads s, without quotes, as the key s.
func plainKey(s string) bool {
	if s == "" || strings.IndexFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }) >= 0 {
		return false
	}
	values, err := hugoValues(YAML, []byte(s+": 1\na: {"+s+": 1}\n"))
	m, _ := values["a"].(map[string]any)
	_, block := values[s]
	_, flow := m[s]
	return err == nil && len(values) == 2 && block && flow || s == "a"
}

// bareKey reports whether a TOML key needs no quotes.
func bareKey(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_'
	}) < 0
}

package report

import (
	"encoding/xml"
	"io"
)

type checkstyleReport struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"`
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// writeCheckstyle writes the XML of Checkstyle, which Jenkins and many others read.
func writeCheckstyle(p *printer) error {
	r := checkstyleReport{Version: "4.3"}
	p.findings(func(f finding) {
		if n := len(r.Files); n == 0 || r.Files[n-1].Name != f.path {
			r.Files = append(r.Files, checkstyleFile{Name: f.path})
		}
		file := &r.Files[len(r.Files)-1]
		file.Errors = append(file.Errors, checkstyleError{
			f.start.Line, f.start.Column, f.Severity.String(), p.message(f.Diagnostic), "postlint." + f.Rule,
		})
	})
	return p.encodeXML(r)
}

// encodeXML writes v as a document of its own. Characters that XML does not
// allow become U+FFFD.
func (p *printer) encodeXML(v any) error {
	io.WriteString(p, xml.Header)
	encoder := xml.NewEncoder(p)
	encoder.Indent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(p, "\n")
	return err
}

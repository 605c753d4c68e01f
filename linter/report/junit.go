package report

import (
	"encoding/xml"
	"fmt"
)

type junitReport struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *junitFailure `xml:"failure"`
}

type junitFailure struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// writeJUnit writes findings as failed tests, a suite for each file. When
// nothing is wrong there is one test that passes, since many consumers take a
// report without tests for a broken one.
func writeJUnit(p *printer) error {
	r := junitReport{Name: "postlint"}
	p.findings(func(f finding) {
		if n := len(r.Suites); n == 0 || r.Suites[n-1].Name != f.path {
			r.Suites = append(r.Suites, junitSuite{Name: f.path})
		}
		suite := &r.Suites[len(r.Suites)-1]
		message := p.message(f.Diagnostic)
		suite.Cases = append(suite.Cases, junitCase{
			Name: p.say("%s at %s", f.Rule, f.start), Class: f.path, File: f.path, Line: f.start.Line,
			Failure: &junitFailure{f.Severity.String(), message, fmt.Sprintf("%s:%s: %s", f.path, f.start, message)},
		})
		suite.Tests, suite.Failures = suite.Tests+1, suite.Failures+1
		r.Tests, r.Failures = r.Tests+1, r.Failures+1
	})
	if r.Tests == 0 {
		r.Tests = 1
		r.Suites = []junitSuite{{Name: "postlint", Tests: 1, Cases: []junitCase{{Name: p.Totals().Line(p.Localizer), Class: "postlint"}}}}
	}
	return p.encodeXML(r)
}

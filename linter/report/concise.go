package report

import "fmt"

// writeConcise writes one line a finding, as grep and editors read them.
func writeConcise(p *printer) error {
	p.findings(func(f finding) {
		fmt.Fprintf(p, "%s:%s: %s: %s [%s]\n", Visible(f.path), f.start, p.severity(f.Severity), p.message(f.Diagnostic), f.Rule)
	})
	return nil
}

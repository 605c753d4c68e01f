package theme

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func node(t testing.TB) string {
	t.Helper()
	path, err := exec.LookPath("node")
	if err != nil {
		missing(t, "there is no node")
	}
	return path
}

// TestHTML validates every page by the HTML standard and the accessibility rules of html-validate.
func TestHTML(t *testing.T) {
	validator := modules(t, "html-validate", "bin", "html-validate.mjs")
	for _, public := range []string{kitchen(t), blog(t)} {
		command := exec.Command(node(t), validator, "--preset", "standard,a11y", "--ext=html", "--formatter=json", public)
		out, err := command.Output()
		var files []struct {
			FilePath string
			Messages []struct {
				RuleID, Message string
				Line, Column    int
			}
		}
		if jsonErr := json.Unmarshal(out, &files); jsonErr != nil {
			t.Fatalf("html-validate: %v, %v: %s", err, jsonErr, out)
		}
		for _, file := range files {
			for _, m := range file.Messages {
				t.Errorf("%s:%d:%d: %s (%s)", strings.TrimPrefix(file.FilePath, public), m.Line, m.Column, m.Message, m.RuleID)
			}
		}
		if err != nil && !t.Failed() {
			t.Errorf("html-validate: %v", err)
		}
	}
}

// TestLighthouse measures a post with a feature image on a slow phone, as Lighthouse imagines one.
func TestLighthouse(t *testing.T) {
	lighthouse := modules(t, "lighthouse", "cli", "index.js")
	browser := chromium(t)
	base := serve(t, kitchen(t))
	report := filepath.Join(t.TempDir(), "report.json")
	flags := "--user-data-dir=" + t.TempDir()
	for _, name := range browserFlags {
		flags += " --" + name
	}
	command := exec.Command(node(t), lighthouse, base+"/bai-viet/po-va-pm/", "--quiet", "--output=json", "--output-path="+report, "--chrome-flags="+flags)
	command.Env = append(os.Environ(), "CHROME_PATH="+browser)
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("lighthouse: %v\n%s", err, out)
	}
	var result struct {
		Categories map[string]struct {
			Score     float64
			AuditRefs []struct {
				ID     string
				Weight float64
			}
		}
		Audits map[string]struct {
			Title        string
			Score        *float64
			DisplayValue string
			NumericValue float64
		}
	}
	if err := json.Unmarshal([]byte(read(t, report)), &result); err != nil {
		t.Fatal(err)
	}
	for name, least := range map[string]float64{"accessibility": 1, "best-practices": 1, "seo": 1, "performance": 0.99} {
		category, ok := result.Categories[name]
		t.Logf("%-15s %3.0f", name, 100*category.Score)
		if ok && category.Score >= least {
			continue
		}
		t.Errorf("%s is %.0f, want %.0f", name, 100*category.Score, 100*least)
		for _, ref := range category.AuditRefs {
			if audit := result.Audits[ref.ID]; ref.Weight > 0 && audit.Score != nil && *audit.Score < 1 {
				t.Errorf("  %s: %s %s", ref.ID, audit.Title, audit.DisplayValue)
			}
		}
	}
	if shift, ok := result.Audits["cumulative-layout-shift"]; !ok || shift.NumericValue > 0 {
		t.Errorf("the layout shifts by %v", shift.NumericValue)
	}
}

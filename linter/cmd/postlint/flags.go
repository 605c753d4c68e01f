package main

import (
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"postlint/linter/config"
	"postlint/linter/lint"
	"postlint/linter/locale"
	"postlint/linter/message"
	"postlint/linter/report"
)

// options are the values of the flags.
type options struct {
	fix, unsafe, diff bool

	format  string
	outputs []output
	color   string
	quiet   bool

	rules config.Flags

	since         string
	staged        bool
	baseline      string
	baselineSet   bool // an empty one stands for none
	writeBaseline bool

	stdin       bool
	stdinPath   string
	site        string
	environment string
	now         time.Time
	jobs        int
	lang        string

	yes, schema                  bool
	noConfig, noHook, noWorkflow bool

	help, version bool
}

// A group is a part of the flags that subcommands take or leave as a whole.
type group struct {
	name  string
	flags *pflag.FlagSet
}

const (
	fixingFlags  = "Fixes"
	rulesFlags   = "Rules"
	oldFlags     = "Old problems"
	outputFlags  = "Output"
	stdinFlags   = "Standard input"
	siteFlags    = "Site"
	formatFlags  = "Format"
	setupFlags   = "Setup"
	generalFlags = "General"
)

// newFlags returns the flags by group, in the order of --help, and what they set.
func newFlags() ([]group, *options) {
	o := &options{}
	var groups []group
	add := func(name string, define func(f *pflag.FlagSet)) {
		f := pflag.NewFlagSet(name, pflag.ContinueOnError)
		f.SortFlags = false
		define(f)
		groups = append(groups, group{name, f})
	}
	add(fixingFlags, func(f *pflag.FlagSet) {
		f.BoolVar(&o.fix, "fix", false, "apply safe fixes")
		f.BoolVar(&o.unsafe, "unsafe-fixes", false, "with --fix or --diff: apply also fixes that may change what a post says")
		f.BoolVar(&o.diff, "diff", false, "print the fixes as a patch instead of applying them")
	})
	add(rulesFlags, func(f *pflag.FlagSet) {
		f.StringSliceVar(&o.rules.Only, "only", nil, "check only these `rules` or families, separated by commas")
		f.StringSliceVar(&o.rules.Skip, "skip", nil, "leave out these `rules` or families, separated by commas")
		f.StringVar(&o.rules.FailOn, "fail-on", "", "least `severity` that makes the exit status 1: error, warning, info or never (default error)")
	})
	add(oldFlags, func(f *pflag.FlagSet) {
		f.StringVar(&o.since, "since", "", "report only the problems that the changes since a git `revision` made")
		f.BoolVar(&o.staged, "staged", false, "report only the problems that the next commit makes: git's index against HEAD")
		f.StringVar(&o.baseline, "baseline", "", "leave out the problems listed in `file` (default .postlint-baseline.json in the site); --baseline= leaves out none")
		f.BoolVar(&o.writeBaseline, "write-baseline", false, "list the problems there are in that file, and forget those that are gone")
	})
	add(formatFlags, func(f *pflag.FlagSet) {
		f.StringVar(&o.format, "format", "", "`format` of the output: "+formatsMark)
	})
	add(setupFlags, func(f *pflag.FlagSet) {
		f.BoolVarP(&o.yes, "yes", "y", false, "write without asking")
		f.BoolVar(&o.schema, "schema", false, "write a JSON Schema of each section's front matter as well, instead of required fields")
		f.BoolVar(&o.noConfig, "no-config", false, "no settings")
		f.BoolVar(&o.noHook, "no-hook", false, "no git hook")
		f.BoolVar(&o.noWorkflow, "no-workflow", false, "no workflow for GitHub Actions")
	})
	add(outputFlags, func(f *pflag.FlagSet) {
		f.Var((*outputsValue)(&o.outputs), "output", "write the report to `file` instead of standard output; as format:file, write one more in that format")
		f.BoolVar(&o.quiet, "quiet", false, "no notes, no totals, no progress")
	})
	add(stdinFlags, func(f *pflag.FlagSet) {
		f.BoolVar(&o.stdin, "stdin", false, "check standard input; with --fix, print it fixed")
		f.StringVar(&o.stdinPath, "stdin-path", "", "`file` that standard input stands for; it need not exist")
	})
	add(siteFlags, func(f *pflag.FlagSet) {
		f.StringVar(&o.site, "site", "", "root `folder` of the Hugo site (default: the site around each path)")
		f.StringVar(&o.environment, "environment", "", "Hugo's `environment` (default production)")
		f.Var((*timeValue)(&o.now), "now", "`time` that drafts and dates are judged by, as 2026-01-31 or 2026-01-31T08:00:00Z")
		f.IntVar(&o.jobs, "jobs", 0, "files checked at once, a `number` (default: all cores)")
	})
	add(generalFlags, func(f *pflag.FlagSet) {
		f.StringVar(&o.color, "color", "auto", "`when` to use colours: auto, always or never (default auto)")
		f.StringVar(&o.lang, "lang", "", "`language` of what is said: en or vi (default: that of LC_ALL, LC_MESSAGES or LANG)")
		f.BoolVar(&o.version, "version", false, "print the versions of postlint and Hugo")
		f.BoolVarP(&o.help, "help", "h", false, "print this help")
	})
	return groups, o
}

// colors are the values of --color.
var colors = []string{"auto", "always", "never"}

// expectedOne says which words there are.
func expectedOne(words []string) lint.Message {
	return lint.Msg("expected one of %s", strings.Join(words, ", "))
}

// formatsMark stands in the help of --format for the subcommand's formats.
const formatsMark = "FORMATS"

// timeValue is a flag's point in time.
type timeValue time.Time

func (v *timeValue) Type() string { return "time" }

func (v *timeValue) String() string {
	if t := time.Time(*v); !t.IsZero() {
		return t.Format(time.RFC3339)
	}
	return ""
}

func (v *timeValue) Set(s string) error {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			*v = timeValue(t)
			return nil
		}
	}
	return message.Errorf("expected a date such as 2026-01-31, or a time such as 2026-01-31T08:00:00Z")
}

// parse reads the arguments. The first one that is no flag may name a
// subcommand, unless it stands after "--".
func parse(args []string) (*options, *subcommand, []string, error) {
	groups, o := newFlags()
	all := pflag.NewFlagSet("postlint", pflag.ContinueOnError)
	all.Usage = func() {}
	for _, g := range groups {
		all.AddFlagSet(g.flags)
	}
	if err := all.Parse(args); err != nil {
		return nil, nil, nil, flagError(all, err)
	}
	o.baselineSet = all.Changed("baseline")
	known := subcommands()
	sub, args := &known[0], all.Args()
	if len(args) > 0 && all.ArgsLenAtDash() != 0 {
		asked := args[0] == "help"
		if asked {
			o.help, args = true, args[1:]
		}
		switch i := slices.IndexFunc(known, func(s subcommand) bool { return len(args) > 0 && s.name == args[0] }); {
		case i >= 0:
			sub, args = &known[i], args[1:]
		case asked && len(args) > 0:
			return nil, nil, nil, usagef("help: unknown subcommand %q; %s", args[0], lint.Meant(args[0], subcommandNames(), lint.Msg("run \"postlint --help\" to see all of them")))
		}
	}
	if o.help || o.version {
		return o, sub, args, nil
	}
	if all.Changed("since") && o.since == "" {
		return nil, nil, nil, usagef("--since: the revision is empty; expected a commit, a branch or a tag, such as HEAD~1")
	}
	for _, g := range groups {
		var err error
		if !sub.takes(g.name) {
			g.flags.VisitAll(func(f *pflag.Flag) {
				if f.Changed && err == nil && !slices.Contains(sub.flags, f.Name) {
					err = usagef("--%s does not go with \"postlint %s\"", f.Name, sub.name)
				}
			})
		}
		if err != nil {
			return nil, nil, nil, err
		}
	}
	return o, sub, args, o.check(sub)
}

// check reports flags that contradict each other, and values that are not allowed.
func (o *options) check(sub *subcommand) error {
	if o.format == "" && len(sub.formats) > 0 {
		o.format = sub.formats[0]
	}
	_, langErr := locale.Parse(o.lang)
	switch {
	case len(sub.formats) > 0 && !slices.Contains(sub.formats, o.format):
		return usagef("--format: %w", report.UnknownFormat(o.format, sub.formats))
	case !slices.Contains(colors, o.color):
		return usagef("--color: unknown value %q; %s", o.color, lint.Meant(o.color, colors, expectedOne(colors)))
	case o.lang != "" && langErr != nil:
		return usagef("--lang: %w", langErr)
	case o.jobs < 0:
		return usagef("--jobs: %d is less than 0; expected a number of files, or 0 for all cores", o.jobs)
	case o.unsafe && !o.fix && !o.diff:
		return usagef("--unsafe-fixes alone changes nothing; expected --fix or --diff with it")
	case o.stdin && o.stdinPath == "":
		return usagef("--stdin: it is not known which post this is; expected --stdin-path as well")
	case o.stdinPath != "" && !o.stdin:
		return usagef("--stdin-path: expected --stdin as well")
	}
	return o.checkOld()
}

// checkOld does the same for the flags about old problems.
func (o *options) checkOld() error {
	switch {
	case o.since != "" && o.staged:
		return usagef("--since and --staged ask for two changes; expected one of them")
	case o.stdin && o.since != "":
		return usagef("--since does not go with --stdin: standard input is in no revision; expected a path instead of --stdin")
	case o.stdin && o.staged:
		return usagef("--staged does not go with --stdin: standard input is not in the index; expected a path instead of --stdin")
	case o.staged && o.fix:
		return usagef("--staged does not go with --fix: the index is checked, and fixes would go to the files, which may differ; " +
			"expected --since HEAD --fix, or --staged --diff for a patch that \"git apply --cached\" takes")
	case !o.writeBaseline:
		return nil
	case o.since != "" || o.staged:
		return usagef("--write-baseline lists every problem; expected neither --since nor --staged with it")
	case o.fix || o.diff:
		return usagef("--write-baseline lists the problems there are; expected --fix to be run before it")
	case o.stdin:
		return usagef("--write-baseline does not go with --stdin; expected a path")
	case o.baselineSet && o.baseline == "":
		return usagef("--write-baseline: the name in --baseline= is empty; expected a file, or no --baseline")
	}
	return nil
}

// flagError says what is wrong with a flag and what was expected.
func flagError(all *pflag.FlagSet, err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			name = "-" + short // pflag reads -fix as -f -i -x
		}
		var names []string
		all.VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
		return usagef("unknown flag %s; %s", name, lint.Meant("--"+strings.TrimLeft(name, "-"), names, lint.Msg("run \"postlint --help\" to see all of them")))
	case errors.As(err, &missing):
		name, _ := pflag.UnquoteUsage(missing.GetFlag())
		return usagef("--%s: nothing follows it; expected %s", missing.GetSpecifiedName(), name)
	case errors.As(err, &invalid):
		f := invalid.GetFlag()
		expected := message.Of(invalid.Unwrap())
		switch f.Value.Type() {
		case "int":
			expected = lint.Msg("expected a number")
		case "bool":
			expected = lint.Msg("expected true or false, or nothing")
		}
		return usagef("--%s: %q is not valid; %s", f.Name, invalid.GetValue(), expected)
	}
	return usagef("%w; run \"postlint --help\" to see the flags", err)
}

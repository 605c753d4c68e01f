package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"sync"
	"syscall"

	"postlint/linter/lint"
	"postlint/linter/locale"
	"postlint/linter/message"
)

// A Command is one run of postlint with all that it touches.
type Command struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Env            []string // "KEY=value"; of equal keys the last one counts
	Dir            string   // the working directory; the process's own if empty

	language locale.Language // the reader's
	adopted  bool            // the language is that of a site's configuration
	failed   bool            // something could not be done, and has been said
	progress progress
	writing  sync.Mutex // held while a file is replaced
}

// Exit statuses.
const (
	clean   = 0 // nothing is at or above --fail-on
	faulty  = 1 // something is
	trouble = 2 // postlint could not do its work
)

// A usageError is a mistake in the arguments.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{message.Errorf(format, args...)} }

// Message returns what e says.
func (e usageError) Message() lint.Message { return message.Of(e.error) }

// Unwrap returns what e wraps.
func (e usageError) Unwrap() error { return e.error }

// A subcommand is one of the things that postlint does.
type subcommand struct {
	name, args string
	summary    lint.Message
	groups     []string // of the flags that it takes
	flags      []string // that it takes from other groups
	formats    []string // that --format takes, the first by default
	run        func(c *Command, o *options, args []string) (status int, err error)
}

// Run does what args, without the program's name, ask for and returns the exit status.
func (c *Command) Run(args []string) int {
	c.chooseLanguage(args)
	if c.Dir == "" {
		dir, err := os.Getwd()
		if err != nil {
			return c.fail(err)
		}
		c.Dir = dir
	}
	o, sub, args, err := parse(args)
	if err != nil {
		return c.fail(err)
	}
	switch {
	case o.help:
		err = c.help(sub)
	case o.version:
		_, err = io.WriteString(c.Stdout, c.version())
	default:
		var status int
		if status, err = sub.run(c, o, args); err == nil && !c.failed {
			return status
		}
	}
	if err != nil {
		return c.fail(err)
	}
	if c.failed {
		return trouble
	}
	return clean
}

// fail says err and returns the exit status that goes with it.
func (c *Command) fail(err error) int {
	if errors.Is(err, syscall.EPIPE) {
		return clean // the reader has seen enough
	}
	c.errorf("%s", err)
	return trouble
}

// errorf says on standard error what could not be done, a line for each thing.
func (c *Command) errorf(format string, args ...any) {
	c.failed = true
	c.tell("postlint: ", c.say(format, args...))
}

// notef says on standard error what the reader of the report should know.
func (c *Command) notef(o *options, format string, args ...any) {
	if !o.quiet {
		c.tell("postlint: "+c.say("note")+": ", c.say(format, args...))
	}
}

// tell writes a line, or several with the prefix before each.
func (c *Command) tell(prefix, lines string) {
	c.progress.clear()
	for line := range strings.SplitSeq(lines, "\n") {
		fmt.Fprintln(c.Stderr, prefix+line)
	}
}

// env returns an environment variable.
func (c *Command) env(name string) string {
	for _, v := range slices.Backward(c.Env) {
		if key, value, _ := strings.Cut(v, "="); key == name {
			return value
		}
	}
	return ""
}

// print writes to standard output through a buffer.
func (c *Command) print(f func(w *bufio.Writer)) error {
	w := bufio.NewWriter(c.Stdout)
	f(w)
	return w.Flush()
}

// exitOnInterrupt ends the process at the first interrupt, after the file that
// is just being replaced. The status is the one that shells expect.
func (c *Command) exitOnInterrupt() (stop func()) {
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	go func() {
		<-interrupts
		c.writing.Lock()
		c.progress.clear()
		os.Exit(130)
	}()
	return func() { signal.Stop(interrupts) }
}

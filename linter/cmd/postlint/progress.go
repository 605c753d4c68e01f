package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"postlint/linter/lint"
	"postlint/linter/locale"
)

// A progress tells someone who waits how far the work is, on one line that
// comes after a while and goes when the work is done.
type progress struct {
	mu        sync.Mutex
	w         io.Writer // nil when nobody looks
	done, all int
	shown     bool
	language  locale.Language
}

const (
	progressAfter = 300 * time.Millisecond
	progressEvery = 100 * time.Millisecond
)

// startProgress shows progress on standard error, if that is a terminal. stop
// may be called more than once.
func (c *Command) startProgress(o *options) (stop func()) {
	if o.quiet || !isTerminal(c.Stderr) || c.env("TERM") == "dumb" {
		return func() {}
	}
	c.progress.mu.Lock()
	c.progress.w = c.Stderr
	c.progress.mu.Unlock()
	over := make(chan struct{})
	go func() {
		wait := time.NewTimer(progressAfter)
		defer wait.Stop()
		for {
			select {
			case <-over:
				return
			case <-wait.C:
				c.progress.show()
				wait.Reset(progressEvery)
			}
		}
	}()
	return sync.OnceFunc(func() {
		close(over)
		c.progress.end()
	})
}

// update notes how far the work is. It may be called from any goroutine.
func (p *progress) update(done, all int) {
	p.mu.Lock()
	p.done, p.all = max(p.done, done), all
	p.mu.Unlock()
}

func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.w == nil:
		return
	case p.all == 0:
		fmt.Fprint(p.w, "\r\x1b[K"+p.language.Say(lint.Msg("reading the site")))
	default:
		fmt.Fprint(p.w, "\r\x1b[K"+p.language.Say(lint.Msg("checked %d of %d posts", p.done, p.all)))
	}
	p.shown = true
}

// speak sets the language of the line.
func (p *progress) speak(l locale.Language) {
	p.mu.Lock()
	p.language = l
	p.mu.Unlock()
}

// clear takes the line away, so that something else can be written.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}

func (p *progress) end() {
	p.clear()
	p.mu.Lock()
	p.w = nil
	p.mu.Unlock()
}

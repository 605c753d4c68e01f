package main

import (
	"io"
	"os"
	"strconv"
	"testing"
	"time"

	"postlint/linter/config"
	"postlint/linter/lint"
	"postlint/linter/linttest/blog"
	"postlint/linter/report"
	"postlint/linter/rules"
	"postlint/linter/site"
)

// BenchmarkSite measures a whole site, step by step. POSTS says how many posts
// of 4 kB it has; 1000 unless it is set.
//
//	POSTS=10000 go test -run '^$' -bench Site ./linter/cmd/postlint
func BenchmarkSite(b *testing.B) {
	posts, err := strconv.Atoi(os.Getenv("POSTS"))
	if err != nil {
		posts = 1000
	}
	dir := b.TempDir()
	if err := blog.Write(dir, posts); err != nil {
		b.Fatal(err)
	}
	load := func(b *testing.B) *site.Index {
		x, err := site.Load(site.Options{Dir: dir, Now: time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC)})
		if err != nil {
			b.Fatal(err)
		}
		return x
	}
	perPost := func(b *testing.B) {
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*posts), "µs/post")
		b.ReportMetric(0, "ns/op")
	}
	index := load(b)
	conf, err := config.Load(index, rules.All, config.Flags{})
	if err != nil {
		b.Fatal(err)
	}
	plan := lint.Plan{Rules: conf.Rules}
	found, errs := lint.Run(index, plan)
	if len(errs) > 0 {
		b.Fatal(errs[0])
	}

	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			for _, p := range index.Pages {
				if _, err := os.ReadFile(p.Filename); err != nil {
					b.Fatal(err)
				}
			}
		}
		perPost(b)
	})
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			load(b)
		}
		perPost(b)
	})
	b.Run("rules", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			x := load(b) // bodies are parsed once for an index
			b.StartTimer()
			lint.Run(x, plan)
		}
		perPost(b)
	})
	b.Run("bodies", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			x := load(b)
			b.StartTimer()
			for _, p := range x.Pages {
				p.Body()
			}
		}
		perPost(b)
	})
	b.Run("report", func(b *testing.B) {
		for b.Loop() {
			r := &report.Report{Base: dir, Sites: []report.Site{{Index: index, Diagnostics: found, Checked: len(index.Pages)}}, Rules: rules.All}
			if err := report.Write(io.Discard, "text", r, report.Options{}); err != nil {
				b.Fatal(err)
			}
		}
		perPost(b)
	})
}

// BenchmarkRules measures each rule by itself over the pages of one site, so
// that what rules share counts for each of them. POSTS is as for
// [BenchmarkSite]; SITE names a site to take instead of made-up posts.
//
//	go test -run '^$' -bench Rules/broken ./linter/cmd/postlint
func BenchmarkRules(b *testing.B) {
	dir := os.Getenv("SITE")
	if dir == "" {
		posts, err := strconv.Atoi(os.Getenv("POSTS"))
		if err != nil {
			posts = 1000
		}
		dir = b.TempDir()
		if err := blog.Write(dir, posts); err != nil {
			b.Fatal(err)
		}
	}
	x, err := site.Load(site.Options{Dir: dir, Now: time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC)})
	if err != nil {
		b.Fatal(err)
	}
	run := func(list []lint.Rule) func(*testing.B) {
		return func(b *testing.B) {
			plan := lint.Plan{Rules: func(*site.Page) []lint.Rule { return list }, Jobs: 1}
			lint.Run(x, plan) // what is made once for a site is made now
			for b.Loop() {
				lint.Run(x, plan)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(x.Pages))/1000, "µs/page")
			b.ReportMetric(0, "ns/op")
		}
	}
	b.Run("none", run(nil))
	b.Run("all", run(rules.All))
	for _, r := range rules.All {
		b.Run(r.Name, run([]lint.Rule{r}))
	}
}

// Package linter is the root of postlint, a linter for the posts of Hugo
// sites. It holds no code, only the packages that postlint is made of, and the
// test that keeps them in their layers.
//
// postlint reads a site the way Hugo does, and says what Hugo would not: what
// will be lost, hidden, published by accident or broken.
//
//	hugo.toml ─→ site.Load ─→ source.Parse ─→ site.Index ─→ lint.Run ─→ report
//	               config      a Document      the posts     rules      fixes
//	                           a file          around it
//
// From the bottom up:
//
//   - text counts: spans and edits in bytes, lines and columns for people.
//   - message keeps what is said apart in a format and its arguments, for who
//     reads another language.
//   - vietnamese knows the language: encodings, normal forms, tone marks,
//     folding, slugs.
//   - source parses one file into an immutable Document, with Hugo's own page
//     parser, decoders and Markdown, and keeps the place of everything.
//   - schema compiles JSON Schemas and holds decoded front matter to them.
//   - templates tells from the templates of a site or a theme which front-matter
//     keys, parameters, translations and taxonomies they read.
//   - site reads a whole site into an immutable Index: its configuration, and
//     what Hugo makes of each file, from the URL to the terms.
//   - lint defines rules, diagnostics and fixes, runs the first, collects the
//     second and merges the third.
//   - rules holds the rules, one a file, each with its pages and its cases.
//   - config reads [params.postlint] and chooses and configures rules by it.
//   - infer finds out what the posts of a site agree on.
//   - git asks the git command what has changed, and what was there before.
//   - change tells what a change made of what was found from what is older.
//   - baseline keeps the findings that a site lives with for now.
//   - report writes what was found, one file an output format.
//   - terminal shows Markdown and tables to people.
//   - locale says it in Vietnamese, by catalogues; the English is in the source.
//   - cmd/postlint is the command.
//   - linttest runs the golden tests of rules, and makes up blogs to measure.
//
// Inside, everything is counted in bytes from the start of a file. Only report
// converts, for those who read it.
package linter

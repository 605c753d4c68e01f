package locale

// catalogues have the Vietnamese of every English format, each for one part of
// postlint.
var catalogues = []map[string]string{
	reports, command, old, help, tables,
	frontMatter, zola, publication, taxonomy, image, summary, link, url, prose, languages, glossary, theme,
	problems, json, toml, yaml, site, settings, schema, setup,
}

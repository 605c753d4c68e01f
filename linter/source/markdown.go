package source

// Markdown parses bodies with one language's goldmark settings. It may be used
// from many goroutines.
type Markdown struct{}

// Body returns the typed views of the body, made at the first call.
func (d *Document) Body() *Body {
	d.once.Do(func() { d.body = &Body{} })
	return d.body
}

// Package message keeps what postlint says apart in a format and its
// arguments, so that it can be said in another language than the source's, which
// is English.
package message

import (
	"fmt"
	"strings"
)

// A Message is a format and its arguments, as fmt.Sprintf takes them. An
// argument may itself be a Message, have a method Message that returns what to
// say of it, or be an error of the system. Messages are fragments: no capital, no period.
type Message struct {
	Format string
	Args   []any
}

// New returns the message of a format and its arguments.
func New(format string, args ...any) Message { return Message{format, args} }

// Join returns the messages of a list with sep, which has no words, between them.
func Join(list []Message, sep string) Message {
	args := make([]any, len(list))
	for i, m := range list {
		args[i] = m
	}
	return Message{strings.Join(verbs(len(list)), sep), args}
}

func verbs(n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = "%s"
	}
	return list
}

// String says m in English.
func (m Message) String() string { return m.In(nil) }

// IsZero reports whether m says nothing.
func (m Message) IsZero() bool { return m.Format == "" }

// In says m in the language that translate turns formats into. It says in
// English what translate returns "" for, and everything if translate is nil.
func (m Message) In(translate func(format string) string) string {
	format := m.Format
	if translate != nil {
		if known := translate(format); known != "" {
			format = known
		}
	}
	args := m.Args
	for i, arg := range m.Args {
		said, ok := say(arg, translate)
		if !ok {
			continue
		}
		if &args[0] == &m.Args[0] {
			args = append([]any(nil), m.Args...)
		}
		args[i] = said
	}
	return fmt.Sprintf(strings.ReplaceAll(format, "%w", "%v"), args...)
}

// say says an argument that is not to be taken as it stands.
func say(arg any, translate func(string) string) (string, bool) {
	switch arg := arg.(type) {
	case Message:
		return arg.In(translate), true
	case interface{ Message() Message }:
		return arg.Message().In(translate), true
	case error:
		m, ok := system(arg)
		return m.In(translate), ok
	}
	return "", false
}

// An Error is an error that can be said in another language.
type Error struct {
	message Message
	cause   error
}

// Errorf returns an error that says what the format and its arguments say. Like
// that of fmt.Errorf, it wraps the argument of %w.
func Errorf(format string, args ...any) error {
	e := &Error{message: New(format, args...)}
	if strings.Contains(format, "%w") {
		for _, arg := range args {
			if err, ok := arg.(error); ok {
				e.cause = err
			}
		}
	}
	return e
}

// Error says e in English.
func (e *Error) Error() string { return e.message.String() }

// Unwrap returns what e wraps, or nil.
func (e *Error) Unwrap() error { return e.cause }

// Message returns what e says.
func (e *Error) Message() Message { return e.message }

// Of returns what an error says. Errors from elsewhere, but for the common ones
// of the system, are the same in every language, and what they wrap stays as it is.
func Of(err error) Message {
	if err, ok := err.(interface{ Message() Message }); ok {
		return err.Message()
	}
	if m, ok := system(err); ok {
		return m
	}
	return New("%s", err.Error())
}

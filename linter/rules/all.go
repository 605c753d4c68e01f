package rules

import "postlint/linter/lint"

// All lists every rule, sorted by name. A rule that is missing here is an
// unused variable, which staticcheck reports.
var All = []lint.Rule{
	unknownAllowance,
	unusedAllowance,
}

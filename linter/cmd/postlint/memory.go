package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
)

// untilThen is how much memory is used before garbage is collected: 10,000
// posts are read and checked within it.
const untilThen = 512 << 20

// spareCollection puts garbage collection off until the process has taken
// untilThen bytes; from then on it goes on as usual. Whoever sets GOGC or
// GOMEMLIMIT has decided otherwise.
func spareCollection() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(untilThen)
	// The first collection finds this out of use, and ends the exception. (It is
	// too large for the allocator to share its block with what is in use.)
	runtime.SetFinalizer(new([64]byte), func(*[64]byte) {
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(100)
	})
}

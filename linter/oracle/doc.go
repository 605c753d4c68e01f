// Package oracle holds tests that mend whole sites and ask Hugo itself what it
// serves afterwards. There is no code in it but the tests.
package oracle

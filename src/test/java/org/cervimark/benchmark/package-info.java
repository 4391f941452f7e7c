/** What benchmarks share: clocks, other people's programs, and the table of ratios. */
package org.cervimark.benchmark;

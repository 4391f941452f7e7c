/**
 * What tests of several packages share: other people's files, and virtual machines of their own.
 */
package org.cervimark.testdata;
